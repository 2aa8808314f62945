/** Promises and tasks made, kept and renewed; reminders. */
import { mayAnswerFor } from '../authority.ts';
import type { CaseFact } from '../event.ts';
import type { CustomerPromise } from '../promise.ts';
import { keep, keepKinds, missed, openPromises, renew } from '../promises.ts';
import { refuse } from '../refusal.ts';
import { openTasks } from '../tasks.ts';
import { resolution } from './resolution.ts';
import type { Rules } from './rule.ts';

type Verbs =
  | 'makePromise'
  | 'keepPromise'
  | 'renewPromise'
  | 'completeTask'
  | 'remindCustomer'
  | 'nudgeOwner'
  | 'askSatisfaction';

export const promiseRules: Pick<Rules, Verbs> = {
  makePromise: (current, { by, promiseId, kind, dueAt, told }, now) => {
    if (!mayAnswerFor(current, by)) return refuse('not-holder');
    if (current.promises.some(({ id }) => id === promiseId)) return [];
    if (dueAt <= now) return refuse('promise-in-past');
    const { owner } = current;
    const promise: CustomerPromise = { id: promiseId, kind, owner, madeAt: now, dueAt, told, state: 'open' };
    return [{ type: 'promiseMade', promise }];
  },
  keepPromise: (current, { by, promiseId }, now, policy) => {
    if (!mayAnswerFor(current, by)) return refuse('not-holder');
    const promise = openPromises(current).find(({ id }) => id === promiseId);
    return promise ? keep(current, promise, now, policy) : refuse('promise-unknown');
  },
  renewPromise: (current, { by, promiseId, newPromiseId, dueAt, told }, now, policy) => {
    if (!mayAnswerFor(current, by)) return refuse('not-holder');
    const promise = openPromises(current).find(({ id }) => id === promiseId);
    if (!promise) return refuse('promise-unknown');
    if (current.promises.some(({ id }) => id === newPromiseId)) return [];
    if (dueAt <= now) return refuse('promise-in-past');
    const { missedAt: _, ...terms } = promise;
    const anew = { ...terms, id: newPromiseId, owner: current.owner, madeAt: now, dueAt, told };
    return renew(current, promise, anew, now, policy);
  },
  completeTask: (current, { by, taskId }, now, policy) => {
    if (by.kind !== 'agent') return refuse('not-allowed');
    if (!openTasks(current).some(({ id }) => id === taskId)) return refuse('task-unknown');
    const done: CaseFact = { type: 'taskCompleted', taskId };
    if (openTasks(current).length > 1) return [done];
    const kept = keepKinds(current, ['remedy', 'first-answer', 'answer', 'update'], now, policy);
    const callback = openPromises(current).some(({ kind }) => kind === 'callback');
    return [done, ...kept, ...(callback ? [] : resolution(current, 'agreement-carried-out'))];
  },
  remindCustomer: () => [{ type: 'customerReminded' }],
  nudgeOwner: (current, _command, now, policy) => [
    ...openPromises(current).flatMap((promise) => missed(current, promise, now, policy)),
    { type: 'ownerNudged' },
  ],
  askSatisfaction: () => [{ type: 'satisfactionAsked' }],
};
