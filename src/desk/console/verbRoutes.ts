/** What the desk does: each route is one verb of src/app, asked with an `Idempotency-Key`. */
import type { ZodType, z } from 'zod';
import type { Click } from '../../app/actOnCase.ts';
import { noteAsAgent } from '../../app/noteAsAgent.ts';
import { replyAsAgent } from '../../app/replyAsAgent.ts';
import { takeCase } from '../../app/takeCase.ts';
import type { Case } from '../../domain/case.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Route, route } from '../../http/route.ts';
import { caseRecord, note, nothing, reply } from '../../ports/deskApi.ts';
import { clickOf, type DeskDeps, sameSite } from './deskDeps.ts';
import { recordOf } from './views.ts';

const tag = 'desk';

interface Verb<Body extends ZodType> {
  /** Below the case: `reply`, `tasks/:taskId/done`. */
  readonly path: string;
  readonly summary: string;
  readonly body: Body;
  readonly act: (
    click: Click,
    body: z.output<Body>,
    params: Readonly<Record<string, string>>,
  ) => Promise<Case | Refusal>;
}

/** A verb as a route: who clicks, what they ask, and the case afterwards or the refusal. */
const verb = <Body extends ZodType>(desk: DeskDeps, { path, summary, body, act }: Verb<Body>): Route =>
  route({
    method: 'POST',
    path: `/api/desk/cases/:caseId/${path}`,
    tag,
    summary,
    security: 'session',
    body,
    bodyOptional: true,
    answers: { 200: caseRecord },
    handle: async (call) => {
      const click = await clickOf(desk, call);
      const done = await act(click, call.body, call.params);
      return isRefusal(done) ? done : { status: 200, body: recordOf(done) };
    },
  });

const typingRoute = (desk: DeskDeps): Route =>
  route({
    method: 'POST',
    path: '/api/desk/cases/:caseId/typing',
    tag,
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

export const verbRoutes = (desk: DeskDeps): readonly Route[] => {
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
    typingRoute(desk),
  ];
};
