/** The deadline that an open case has armed: the next thing that happens if nobody does anything. */
import type { Case, Deadline } from './case.ts';
import { type Instant, instant, millis } from './instant.ts';
import type { Policy } from './policy.ts';
import { openPromises } from './promises.ts';

const later = (at: Instant, minutes: number): Instant => instant(millis(at) + minutes * 60_000);

const promiseDeadline = (current: Case, policy: Policy): Deadline | undefined => {
  const [next] = openPromises(current).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (!next) return undefined;
  const warnAt = later(next.dueAt, -policy.clocks.updateLeadMinutes);
  return { kind: 'promise', dueAt: warnAt > next.madeAt ? warnAt : next.dueAt, promiseId: next.id };
};

const followUpDeadline = (current: Case, policy: Policy): Deadline => {
  const { followUpMinutes, followUpReminderMinutes, followUpCloseMinutes } = policy.clocks;
  const { satisfactionAskedAt: asked, remindedAt } = current;
  if (!asked)
    return { kind: 'follow-up', dueAt: later(current.settledAt ?? current.heardAt, followUpMinutes) };
  if (current.reminded === 0) return { kind: 'follow-up', dueAt: later(asked, followUpReminderMinutes) };
  return { kind: 'close', dueAt: later(remindedAt ?? asked, followUpCloseMinutes) };
};

const silenceDeadline = (current: Case, policy: Policy): Deadline => {
  const { silenceMinutes, silenceAfterReminderMinutes } = policy.clocks;
  const dueAt = current.remindedAt
    ? later(current.remindedAt, silenceAfterReminderMinutes)
    : later(current.heardAt, silenceMinutes);
  return { kind: 'silence', dueAt };
};

/** Undefined exactly for a closed case. */
export const nextDeadline = (current: Case, policy: Policy): Deadline | undefined => {
  if (current.status === 'closed') return undefined;
  const promised = promiseDeadline(current, policy);
  if (promised) return promised;
  return current.status === 'resolved' ? followUpDeadline(current, policy) : silenceDeadline(current, policy);
};
