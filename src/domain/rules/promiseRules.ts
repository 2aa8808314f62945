/** Promises and tasks made, kept and renewed; reminders. */
import type { CaseFact } from '../event.ts';
import type { CustomerPromise } from '../promise.ts';
import { keep, keepKinds, openPromises, renew } from '../promises.ts';
import { refuse } from '../refusal.ts';
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
  makePromise: (current, { promiseId, kind, dueAt, told }, now) => {
    if (dueAt <= now) return refuse('promise-in-past');
    const promise: CustomerPromise = {
      id: promiseId,
      kind,
      owner: current.owner,
      madeAt: now,
      dueAt,
      told,
      state: 'open',
    };
    return [{ type: 'promiseMade', promise }];
  },
  keepPromise: (current, { promiseId }, now) => {
    const promise = openPromises(current).find(({ id }) => id === promiseId);
    return promise ? keep(promise, now) : refuse('promise-unknown');
  },
  renewPromise: (current, { promiseId, newPromiseId, dueAt, told }, now) => {
    const promise = openPromises(current).find(({ id }) => id === promiseId);
    if (!promise) return refuse('promise-unknown');
    if (dueAt <= now) return refuse('promise-in-past');
    const { missedAt: _, ...terms } = promise;
    return renew(
      promise,
      { ...terms, id: newPromiseId, owner: current.owner, madeAt: now, dueAt, told },
      now,
    );
  },
  completeTask: (current, { by, taskId }, now) => {
    if (by.kind !== 'agent') return refuse('not-allowed');
    const task = current.tasks.find(({ id }) => id === taskId);
    if (!task || task.doneAt) return refuse('task-unknown');
    const done: CaseFact = { type: 'taskCompleted', taskId };
    if (current.tasks.some(({ id, doneAt }) => id !== taskId && !doneAt)) return [done];
    const kept = keepKinds(current, ['remedy', 'first-answer', 'answer', 'update'], now);
    const others = openPromises(current).filter(({ kind }) => kind === 'callback');
    return [done, ...kept, ...(others.length === 0 ? resolution(current, 'agreement-carried-out') : [])];
  },
  remindCustomer: () => [{ type: 'customerReminded' }],
  nudgeOwner: () => [{ type: 'ownerNudged' }],
  askSatisfaction: () => [{ type: 'satisfactionAsked' }],
};
