/** The clock stands still while we wait for the customer: due times move by the working time that was waited. */
import type { Case } from './case.ts';
import type { CaseFact } from './event.ts';
import type { Instant } from './instant.ts';
import type { Policy } from './policy.ts';
import type { CustomerPromise } from './promise.ts';
import { openTasks } from './tasks.ts';

/** Due time as it would be if the customer answered now. */
const moved = (
  due: { readonly dueAt: Instant; readonly missedAt?: Instant },
  from: Instant,
  now: Instant,
  { hours }: Policy,
): Instant =>
  now > from && !due.missedAt
    ? hours.addWorkingMinutes(due.dueAt, hours.workingMinutesBetween(from, now))
    : due.dueAt;

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** When a promise is due, the time waited for the customer counted in. */
export const dueOf = (current: Case, promise: CustomerPromise, now: Instant, policy: Policy): Instant => {
  const since = current.awaitingCustomerSince;
  return since ? moved(promise, later(since, promise.madeAt), now, policy) : promise.dueAt;
};

/** The customer answered, or we need no answer any more. `[]` when the clock was running. */
export const resume = (current: Case, now: Instant, policy: Policy): readonly CaseFact[] => {
  const since = current.awaitingCustomerSince;
  if (!since) return [];
  const open = current.promises.filter((promise) => promise.state === 'open');
  return [
    {
      type: 'clockResumed',
      promises: Object.fromEntries(open.map((promise) => [promise.id, dueOf(current, promise, now, policy)])),
      tasks: Object.fromEntries(openTasks(current).map((task) => [task.id, moved(task, since, now, policy)])),
    },
  ];
};
