/** `/api/messages`: the door of the Bot Framework's channels. Nothing is answered inside the request. */
import { z } from 'zod';
import type { Deps } from '../../../app/deps.ts';
import type { Locale } from '../../../domain/reading.ts';
import type { Limits } from '../../../http/limits.ts';
import { Problem } from '../../../http/problem.ts';
import { type Call, type Route, route } from '../../../http/route.ts';
import type { ChannelAdapter } from './botAdapter.ts';
import { type InboundActivity, inboundActivity } from './inboundActivity.ts';
import { receiveActivity } from './receiveActivity.ts';
import { isAllowedService, isLoopback, type ServiceRule } from './serviceHosts.ts';

export interface MessagesDoor {
  readonly deps: Deps;
  readonly adapter: ChannelAdapter;
  readonly rule: ServiceRule;
  readonly limits: Limits;
  readonly defaultLocale: Locale;
  /** No token is asked for: only for callers on this machine. */
  readonly development: boolean;
  readonly heardFrom: (conversationId: string, reference: unknown) => void;
}

/** A proxy on this machine would make the whole world look local; a browser's page must not speak for its user. */
const isLocalCaller = ({ req }: Call): boolean =>
  isLoopback(req.socket.remoteAddress ?? '') &&
  req.headers['x-forwarded-for'] === undefined &&
  req.headers.forwarded === undefined &&
  req.headers.origin === undefined;

const admit = (door: MessagesDoor, call: Call<InboundActivity>): void => {
  if (door.development && !isLocalCaller(call)) throw new Problem('not-permitted');
  // Before anything is asked of it, the token's keys included.
  if (!isAllowedService(call.body.serviceUrl, door.rule)) throw new Problem('not-permitted');
  if (!door.development && !call.req.headers.authorization) throw new Problem('token-missing');
};

const receive = async (door: MessagesDoor, call: Call<InboundActivity>) => {
  await door.limits.check('wrong', call.address);
  admit(door, call);
  const { body: activity } = call;
  const verdict = await door.adapter.receive(activity, call.req.headers.authorization ?? '', () =>
    receiveActivity(door.deps, activity, {
      defaultLocale: door.defaultLocale,
      heardFrom: door.heardFrom,
      serviceToken: () => door.adapter.serviceToken(),
    }),
  );
  if (verdict === 'unavailable') throw new Problem('unavailable', undefined, { 'Retry-After': '5' });
  if (verdict === 'refused') {
    await door.limits.take('wrong', call.address);
    throw new Problem('token-invalid');
  }
  return { status: 200, body: {} };
};

export const messagesRoutes = (door: MessagesDoor): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/messages',
    tag: 'channels',
    summary: 'An activity of a Bot Framework channel (Teams, Telegram, …)',
    security: 'token',
    body: inboundActivity,
    answers: {
      200: z.object({}),
      401: 'no token, or not one of a channel for this bot and this serviceUrl',
      403: 'a serviceUrl or a caller that is not allowed',
    },
    handle: (call) => receive(door, call),
  }),
];
