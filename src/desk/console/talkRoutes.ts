/** Taking a case, talking with its customer and with colleagues, passing it on. */
import { noteAsAgent } from '../../app/noteAsAgent.ts';
import { replyAsAgent } from '../../app/replyAsAgent.ts';
import { returnToBot } from '../../app/returnToBot.ts';
import { takeCase } from '../../app/takeCase.ts';
import { transferCase } from '../../app/transferCase.ts';
import { type Route, route } from '../../http/route.ts';
import { note, nothing, reply } from '../../ports/deskApi.ts';
import { type DeskDeps, sameSite } from './deskDeps.ts';
import { verb } from './verb.ts';

const typingRoute = (desk: DeskDeps): Route =>
  route({
    method: 'POST',
    path: '/api/desk/cases/:caseId/typing',
    tag: 'desk',
    summary: 'Shows the customer that somebody is writing; only while the asker holds the case',
    security: 'session',
    body: nothing,
    bodyOptional: true,
    answers: { 200: nothing },
    handle: async (call) => {
      sameSite(desk, call);
      const staff = await desk.sessions.staffOf(call);
      const found = await desk.deps.cases.byId(call.params.caseId ?? '');
      if (found?.holder.kind === 'agent' && found.holder.id === staff.id) {
        const { conversationId } = found;
        await desk.deps.bus.publish({ topic: 'typing', conversationId, from: 'agent' });
      }
      return { status: 200, body: {} };
    },
  });

export const talkRoutes = (desk: DeskDeps): readonly Route[] => {
  const { deps } = desk;
  return [
    verb(desk, {
      path: 'take',
      summary: 'Takes the case: exactly one wins',
      body: nothing,
      act: (click) => takeCase(deps, click),
    }),
    verb(desk, {
      path: 'reply',
      summary: 'Writes to the customer; refused when the case has changed hands since `epoch`',
      body: reply,
      act: (click, body) => replyAsAgent(deps, { ...click, ...body }),
    }),
    verb(desk, {
      path: 'notes',
      summary: 'A note for colleagues; it never reaches the customer',
      body: note,
      act: (click, body) => noteAsAgent(deps, { ...click, ...body }),
    }),
    verb(desk, {
      path: 'transfer',
      summary: 'Gives the case back to the queue, with everything known',
      body: nothing,
      act: (click) => transferCase(deps, { ...click, to: { kind: 'queue' } }),
    }),
    verb(desk, {
      path: 'return',
      summary: 'Gives the case back to the assistant',
      body: nothing,
      act: (click) => returnToBot(deps, click),
    }),
    typingRoute(desk),
  ];
};
