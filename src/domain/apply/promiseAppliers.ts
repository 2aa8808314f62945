/** How promises change. One that was missed stays broken, whatever is done about it afterwards. */
import type { Case } from '../case.ts';
import type { CustomerPromise } from '../promise.ts';
import type { Appliers } from './change.ts';

type Events = 'promiseMade' | 'promiseKept' | 'promiseRenewed' | 'promiseReleased' | 'promiseMissed';

const edit = (
  current: Case,
  id: string,
  change: (promise: CustomerPromise) => Partial<CustomerPromise>,
): readonly CustomerPromise[] =>
  current.promises.map((promise) => (promise.id === id ? { ...promise, ...change(promise) } : promise));

export const promiseAppliers: Pick<Appliers, Events> = {
  promiseMade: (current, { promise }) => ({ promises: [...current.promises, promise] }),
  promiseKept: (current, { promiseId, at }) => ({
    promises: edit(current, promiseId, ({ missedAt }) => ({
      state: missedAt ? 'broken' : 'kept',
      settledAt: at,
    })),
  }),
  promiseRenewed: (current, { promiseId, renewedBy, at }) => ({
    promises: [
      ...edit(current, promiseId, ({ missedAt }) => ({
        state: missedAt ? 'broken' : 'renewed',
        settledAt: at,
        renewedBy: renewedBy.id,
      })),
      renewedBy,
    ],
  }),
  promiseReleased: (current, { promiseId, at }) => ({
    promises: edit(current, promiseId, () => ({ state: 'released', settledAt: at })),
  }),
  promiseMissed: (current, { promiseId, at }) => ({
    promises: edit(current, promiseId, ({ missedAt }) => ({ missedAt: missedAt ?? at })),
  }),
};
