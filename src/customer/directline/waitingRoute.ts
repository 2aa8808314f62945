/** For a customer who waits for a person: the place in the queue. */
import { z } from 'zod';
import { placeInQueue } from '../../app/placeInQueue.ts';
import { type Route, route } from '../../http/route.ts';
import { conversationFor, type DirectLineDeps } from './service.ts';

export const waitingRoute = (line: DirectLineDeps): Route =>
  route({
    method: 'GET',
    path: '/api/chat/waiting',
    tag: 'chat',
    summary: 'Whether the customer of the token waits for a person, and at which place (from 1)',
    security: 'token',
    answers: { 200: z.object({ waiting: z.boolean(), place: z.number().int().min(1).optional() }) },
    handle: async (call) => {
      const { conversation } = await conversationFor(line, call, { mustExist: true });
      const waiting = conversation.case?.holder.kind === 'queue';
      const place = waiting ? await placeInQueue(line.deps, conversation.id) : undefined;
      return { status: 200, body: { waiting, ...(place ? { place } : {}) } };
    },
  });
