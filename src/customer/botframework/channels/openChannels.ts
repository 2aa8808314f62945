/** Switches the channels on: the route, and the postman that carries answers and proactive messages to them. */
import type { Deps } from '../../../app/deps.ts';
import { createPostman, type Postman } from '../../../app/postman.ts';
import type { Locale } from '../../../domain/reading.ts';
import type { Limits } from '../../../http/limits.ts';
import type { Route } from '../../../http/route.ts';
import type { BotAccount, BotCloud } from './botAdapter.ts';
import { isChannelConversation } from './channelConversation.ts';
import { createChannelSender } from './channelSender.ts';
import { createFarewells } from './farewells.ts';
import { messagesRoutes } from './messagesRoutes.ts';

export interface ChannelSettings {
  readonly account: BotAccount;
  /** The loopback-only switch; it counts only without an app id. */
  readonly development: boolean;
  readonly defaultLocale: Locale;
  readonly limits: Limits;
  /** For a private cloud or a test: who signs, and which further hosts may be told. */
  readonly cloud?: BotCloud;
  readonly extraHosts?: readonly string[];
}

export interface Channels {
  readonly routes: readonly Route[];
  /** Rung by each new line; the tick rings it for what is due again. */
  readonly postman: Postman;
  close(): Promise<void>;
}

/** `undefined` while neither an app id nor the development switch is set: then nothing of this is even loaded. */
export const openChannels = async (deps: Deps, settings: ChannelSettings): Promise<Channels | undefined> => {
  const { account, extraHosts = [] } = settings;
  const development = account.appId === undefined && settings.development;
  if (account.appId === undefined && !development) return undefined;
  const { createChannelAdapter } = await import('./botAdapter.ts');
  const adapter = createChannelAdapter(account, settings.cloud);
  const rule = { extraHosts, loopbackOnly: development };
  const sender = createChannelSender(adapter, rule);
  const postman = createPostman(deps, sender);
  const farewells = createFarewells(sender);
  const stops = [
    deps.bus.subscribe('line', ({ line }) => {
      if (line.from.kind !== 'customer' && isChannelConversation(line.conversationId)) postman.ring();
    }),
    deps.bus.subscribe('erased', ({ conversationId, farewell = [] }) => {
      void farewells.say(conversationId, farewell);
    }),
  ];
  return {
    routes: messagesRoutes({
      deps,
      adapter,
      rule,
      limits: settings.limits,
      defaultLocale: settings.defaultLocale,
      development,
      heardFrom: farewells.heardFrom,
    }),
    postman,
    close: async () => {
      for (const stop of stops) stop();
      await postman.idle();
    },
  };
};
