/** The deadline that an open case has armed: the next thing that happens if nobody does anything. */
import type { Case, Deadline } from './case.ts';
import { type Instant, instant, millis } from './instant.ts';
import type { Policy } from './policy.ts';
import { openPromises } from './promises.ts';

const later = (at: Instant, minutes: number): Instant => instant(millis(at) + minutes * 60_000);
const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/**
 * The customer must hear before the due time; a promise that is shorter than the lead warns at its due time. Where
 * only the owner can tell the customer (a letter, a call), the owner is reminded before, at, and again after it.
 */
const promiseDeadline = (current: Case, policy: Policy): Deadline | undefined => {
  const [next] = openPromises(current).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (!next) return undefined;
  const { updateLeadMinutes, silenceAfterReminderMinutes } = policy.clocks;
  const reminded = latest(current.remindedAt ?? next.madeAt, next.madeAt);
  const steps = [later(next.dueAt, -updateLeadMinutes), next.dueAt];
  const dueAt = steps.find((step) => step > reminded) ?? later(reminded, silenceAfterReminderMinutes);
  return { kind: 'promise', dueAt, promiseId: next.id };
};

/** Asked once, reminded once, then closed; whatever the customer says meanwhile puts it off. */
const followUpDeadline = (current: Case, policy: Policy): Deadline => {
  const { followUpMinutes, followUpReminderMinutes, followUpCloseMinutes } = policy.clocks;
  const { satisfactionAskedAt: asked, remindedAt, heardAt } = current;
  if (!asked) return { kind: 'follow-up', dueAt: later(current.settledAt ?? heardAt, followUpMinutes) };
  const quietSince = latest(remindedAt ?? asked, heardAt);
  return current.reminded === 0
    ? { kind: 'follow-up', dueAt: later(quietSince, followUpReminderMinutes) }
    : { kind: 'close', dueAt: later(quietSince, followUpCloseMinutes) };
};

/** Counted from now: whatever anybody does for the case shows that it is not forgotten. */
const silenceDeadline = (current: Case, now: Instant, policy: Policy): Deadline => {
  const { silenceMinutes, silenceAfterReminderMinutes } = policy.clocks;
  return {
    kind: 'silence',
    dueAt: later(now, current.remindedAt ? silenceAfterReminderMinutes : silenceMinutes),
  };
};

/** Undefined exactly for a closed case. While we wait for the customer promises stand still: silence is watched. */
export const nextDeadline = (current: Case, now: Instant, policy: Policy): Deadline | undefined => {
  if (current.status === 'closed') return undefined;
  const promised = current.awaitingCustomerSince ? undefined : promiseDeadline(current, policy);
  if (promised) return promised;
  return current.status === 'resolved'
    ? followUpDeadline(current, policy)
    : silenceDeadline(current, now, policy);
};
