/** Tokens: for the chat page, for a server that knows the secret, and a fresh one for an old one. */
import { Problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { chatTokenAnswer, startRequest, tokenAnswer, tokenRequest } from './schemas.ts';
import { BASE, type DirectLineDeps, freshBearer, grantOf, localeIn, tokenFor } from './service.ts';

export const tokenRoutes = (line: DirectLineDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/chat/token',
    tag: 'chat',
    summary: 'A token for a new conversation',
    body: tokenRequest,
    bodyOptional: true,
    answers: { 200: chatTokenAnswer },
    handle: async (call) => {
      await line.limits.take('token', call.address);
      const bearer = { ...freshBearer(line), locale: call.locale, ...localeIn(call.body.locale) };
      call.note({ conversationId: bearer.conversationId });
      return { status: 200, body: { ...(await tokenFor(line, bearer)), userId: bearer.userId } };
    },
  }),
  route({
    method: 'POST',
    path: `${BASE}/tokens/generate`,
    tag: 'direct line',
    summary: 'A token for a new conversation of a known user',
    security: 'secret',
    body: startRequest,
    bodyOptional: true,
    answers: { 200: tokenAnswer },
    handle: async (call) => {
      if ((await grantOf(line, call)).kind !== 'secret') throw new Problem('token-invalid');
      const { user, locale } = call.body;
      const bearer = {
        ...freshBearer(line),
        ...(user?.id && { userId: user.id }),
        ...(user?.name && { name: user.name }),
        ...localeIn(locale),
      };
      return { status: 200, body: await tokenFor(line, bearer) };
    },
  }),
  route({
    method: 'POST',
    path: `${BASE}/tokens/refresh`,
    tag: 'direct line',
    summary: 'A fresh token for the same conversation',
    security: 'token',
    answers: { 200: tokenAnswer },
    handle: async (call) => {
      const grant = await grantOf(line, call);
      if (grant.kind === 'secret') throw new Problem('token-invalid');
      return { status: 200, body: await tokenFor(line, grant) };
    },
  }),
];
