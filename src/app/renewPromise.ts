/** No result yet: the customer hears how far it is and a new time, before the old one passes. */
import type { Case } from '../domain/case.ts';
import type { Instant } from '../domain/instant.ts';
import { dueOf } from '../domain/pause.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { promiseText, tellPromise, tellPromiseAs } from './promiseToTell.ts';

export interface Renewal extends Click {
  readonly promiseId: string;
  readonly dueAt: Instant;
  /** How far it is, in the agent's own words. */
  readonly text?: string;
}

export const renewPromise = (deps: Deps, renewal: Renewal): Promise<Case | Refusal> =>
  actOnCase(deps, renewal, (work, current) => {
    const { agent, origin, promiseId, dueAt, text } = renewal;
    const promise = current.promises.find(({ id }) => id === promiseId);
    if (!promise) return refuse('promise-unknown');
    const late = work.now > dueOf(current, promise, work.now, work.policy);
    const key = late ? 'promise.late' : 'promise.update';
    const told = text ?? promiseText(work, key, dueAt);
    const newPromiseId = `${origin}:p`;
    const renewed = work.do({ type: 'renewPromise', by: agent, promiseId, newPromiseId, dueAt, told });
    if (isRefusal(renewed)) return renewed;
    if (text === undefined) tellPromise(work, key, dueAt);
    else tellPromiseAs(work, agent, text, dueAt);
    return undefined;
  });
