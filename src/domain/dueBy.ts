/** When a promise or a remedy of the policy is due, as the rules will set it: for the sentence that tells it. */
import type { Instant } from './instant.ts';
import type { Policy } from './policy.ts';
import type { PromiseKind } from './promise.ts';
import type { Remedy } from './remedy.ts';

export const promiseDue = (kind: PromiseKind, now: Instant, policy: Policy): Instant =>
  policy.hours.addWorkingMinutes(now, policy.clocks.promise[kind]);

export const remedyDue = (remedy: Remedy, now: Instant, policy: Policy): Instant => {
  const rule = policy.rules.find((candidate) => candidate.remedy.kind === remedy.kind);
  return policy.hours.addWorkingMinutes(now, rule?.withinMinutes ?? policy.clocks.promise.remedy);
};
