/** Sending a message, and polling for what came after a watermark. */
import { Problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { activitySet, incomingActivity, resourceAnswer, watermarkQuery } from './schemas.ts';
import { BASE, conversationFor, type DirectLineDeps, wire } from './service.ts';
import { takeActivity } from './takeActivity.ts';

const PAGE = 500;

export const activityRoutes = (line: DirectLineDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: `${BASE}/conversations/:conversationId/activities`,
    tag: 'direct line',
    summary: 'Sends an activity; answered once it is durable',
    security: 'token',
    body: incomingActivity,
    problems: { type: 'activity-type-missing' },
    answers: { 200: resourceAnswer },
    handle: async (call) => {
      const { conversation } = await conversationFor(line, call);
      await line.limits.take('line', conversation.id);
      await line.limits.take('lineFrom', call.address);
      return { status: 200, body: { id: await takeActivity(line, conversation, call.body) } };
    },
  }),
  route({
    method: 'GET',
    path: `${BASE}/conversations/:conversationId/activities`,
    tag: 'direct line',
    summary: 'Activities after the watermark',
    security: 'token',
    query: watermarkQuery,
    answers: { 200: activitySet },
    handle: async (call) => {
      const { conversation } = await conversationFor(line, call);
      const after = Number(call.query.watermark || 0);
      const lines = await line.deps.transcript.read(conversation.id, {
        after,
        limit: PAGE,
        audience: 'public',
      });
      const watermark = String(lines.at(-1)?.seq ?? after);
      return { status: 200, body: { activities: lines.map(wire(line, call.origin)), watermark } };
    },
  }),
  route({
    method: 'GET',
    path: `${BASE}/conversations/:conversationId/stream`,
    tag: 'direct line',
    summary: 'Web socket of the conversation; its address comes with start and reconnect',
    answers: { 426: 'Only for web sockets' },
    handle: () => {
      throw new Problem('upgrade-required', undefined, { Upgrade: 'websocket' });
    },
  }),
];
