/** A verb of src/app as a route, asked with an `Idempotency-Key`. */
import type { ZodType, z } from 'zod';
import type { Click } from '../../app/actOnCase.ts';
import type { Case } from '../../domain/case.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Route, route } from '../../http/route.ts';
import { caseRecord } from '../../ports/deskApi.ts';
import { clickOf, type DeskDeps } from './deskDeps.ts';
import { recordOf } from './views.ts';

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
export const verb = <Body extends ZodType>(desk: DeskDeps, { path, summary, body, act }: Verb<Body>): Route =>
  route({
    method: 'POST',
    path: `/api/desk/cases/:caseId/${path}`,
    tag: 'desk',
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
