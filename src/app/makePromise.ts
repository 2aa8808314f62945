/** An agent promises something by a date and time; the customer reads it in the agent's words or the house's. */
import type { Case } from '../domain/case.ts';
import type { Instant } from '../domain/instant.ts';
import type { PromiseKind } from '../domain/promise.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { promiseText, tellPromise, tellPromiseAs } from './promiseToTell.ts';

export interface NewPromise extends Click {
  readonly kind: PromiseKind;
  readonly dueAt: Instant;
  readonly text?: string;
}

export const makePromise = (deps: Deps, promise: NewPromise): Promise<Case | Refusal> =>
  actOnCase(deps, promise, (work) => {
    const { agent, origin, kind, dueAt, text } = promise;
    const told = text ?? promiseText(work, 'desk.promise', dueAt);
    const promiseId = `${origin}:p`;
    const made = work.do({ type: 'makePromise', by: agent, promiseId, kind, dueAt, told });
    if (isRefusal(made)) return made;
    if (text === undefined) tellPromise(work, 'desk.promise', dueAt);
    else tellPromiseAs(work, agent, text, dueAt);
    return undefined;
  });
