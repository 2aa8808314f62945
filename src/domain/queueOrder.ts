/** Who is helped first: the gravest, then whoever was promised an answer soonest, then the key customer, then the longest wait. */
import type { Case } from './case.ts';
import { TIERS } from './case.ts';
import { openPromises } from './promises.ts';
import { compareSeverity } from './severity.ts';

const nextDue = (current: Case): string =>
  openPromises(current)
    .map(({ dueAt }) => dueAt)
    .toSorted()[0] ?? '9';

const tierRank = (current: Case): number => TIERS.indexOf(current.customer.tier);

const waiting = (current: Case): string => current.waitingSince ?? '9';

/** For `toSorted`: negative where `a` comes before `b`. */
export const queueOrder = (a: Case, b: Case): number =>
  compareSeverity(a.severity, b.severity) ||
  nextDue(a).localeCompare(nextDue(b)) ||
  tierRank(a) - tierRank(b) ||
  waiting(a).localeCompare(waiting(b));
