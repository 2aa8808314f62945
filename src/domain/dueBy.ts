/** When a promise or a remedy of the policy is due, as the rules will set it: for the sentence that tells it. */
import type { Case } from './case.ts';
import type { Instant } from './instant.ts';
import type { Policy } from './policy.ts';
import type { PromiseKind } from './promise.ts';
import type { Remedy } from './remedy.ts';
import { ruleFor } from './remedyChoice.ts';

export const promiseDue = (kind: PromiseKind, now: Instant, policy: Policy): Instant =>
  policy.hours.addWorkingMinutes(now, policy.clocks.promise[kind]);

export const remedyDue = (current: Case, remedy: Remedy, now: Instant, policy: Policy): Instant => {
  const within = ruleFor(current, remedy, policy)?.withinMinutes ?? policy.clocks.promise.remedy;
  return policy.hours.addWorkingMinutes(now, within);
};
