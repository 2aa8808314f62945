/** Starting a conversation, and coming back to it. */

import { Problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { conversationAnswer, startRequest, watermarkQuery } from './schemas.ts';
import {
  BASE,
  conversationAnswerFor,
  conversationFor,
  type DirectLineDeps,
  freshBearer,
  grantOf,
  localeIn,
  start,
} from './service.ts';

export const conversationRoutes = (line: DirectLineDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: `${BASE}/conversations`,
    tag: 'direct line',
    summary: 'Starts the conversation of the token; with the secret, a new one',
    security: 'token',
    body: startRequest,
    bodyOptional: true,
    answers: { 201: conversationAnswer, 200: conversationAnswer },
    handle: async (call) => {
      const grant = await grantOf(line, call);
      if (grant.kind === 'token' && grant.expired) throw new Problem('token-expired');
      const { user, locale } = call.body;
      const bearer =
        grant.kind === 'token' ? grant : { ...freshBearer(line), ...(user?.id && { userId: user.id }) };
      call.note({ conversationId: bearer.conversationId });
      const there = await line.deps.conversations.load(bearer.conversationId);
      const spoken = localeIn(locale).locale ?? bearer.locale ?? call.locale;
      if (!there) await start(line, bearer, spoken);
      const body = await conversationAnswerFor(line, bearer, call.origin, '');
      return { status: there ? 200 : 201, body };
    },
  }),
  route({
    method: 'GET',
    path: `${BASE}/conversations/:conversationId`,
    tag: 'direct line',
    summary: 'Comes back to a conversation: a fresh token and a socket that goes on after the watermark',
    security: 'token',
    query: watermarkQuery,
    answers: { 200: conversationAnswer },
    handle: async (call) => {
      const { conversation, grant } = await conversationFor(line, call, { expiredToo: true });
      const bearer =
        grant.kind === 'token'
          ? grant
          : { conversationId: conversation.id, userId: conversation.customer.id };
      const body = await conversationAnswerFor(line, bearer, call.origin, call.query.watermark ?? '');
      return { status: 200, body };
    },
  }),
];
