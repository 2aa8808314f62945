/** What the chat page offers besides talking: take the transcript along, have everything deleted. */

import { z } from 'zod';
import { eraseConversation } from '../../app/eraseConversation.ts';
import type { Line } from '../../domain/transcript.ts';
import { attachment } from '../../http/attachment.ts';
import { type Route, route } from '../../http/route.ts';
import { conversationFor, type DirectLineDeps } from './service.ts';
import { transcriptText } from './transcriptText.ts';

const PAGE = 1000;

const allLines = async (line: DirectLineDeps, conversationId: string): Promise<readonly Line[]> => {
  const all: Line[] = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const page = await line.deps.transcript.read(conversationId, { after, limit: PAGE, audience: 'public' });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
};

export const chatRoutes = (line: DirectLineDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/chat/transcript',
    tag: 'chat',
    summary: 'The conversation of the token as a text to keep',
    security: 'token',
    answers: { 200: 'text/plain, UTF-8' },
    handle: async (call) => {
      const { conversation } = await conversationFor(line, call, { mustExist: true });
      const lines = await allLines(line, conversation.id);
      return attachment('conversation.txt', 'text/plain', transcriptText(line.deps, conversation, lines));
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/chat/data',
    tag: 'chat',
    summary: 'Deletes the conversation of the token with its lines and files; an anonymous case stays',
    security: 'token',
    answers: { 200: z.object({ deleted: z.literal(true) }) },
    handle: async (call) => {
      const { conversation } = await conversationFor(line, call, { mustExist: true });
      await eraseConversation(line.deps, conversation.id);
      return { status: 200, body: { deleted: true } };
    },
  }),
];
