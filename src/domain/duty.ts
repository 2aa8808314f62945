/** What the clock has to do about a case whose deadline has come. */
import type { Case } from './case.ts';
import type { Instant } from './instant.ts';
import { openTasks } from './tasks.ts';

export type Duty =
  | { readonly kind: 'tell-about-promise'; readonly promiseId: string }
  | { readonly kind: 'remind-customer' }
  | { readonly kind: 'call-person' }
  | { readonly kind: 'nudge-owner' }
  | { readonly kind: 'ask-satisfaction' }
  | { readonly kind: 'remind-satisfaction' }
  | { readonly kind: 'close' };

/** A customer of whom we await an answer is reminded once, whoever holds the case; what was agreed outlasts silence. */
const onSilence = (current: Case): Duty => {
  const ours = current.holder.kind !== 'bot' && !current.awaitingCustomerSince;
  if (ours) return { kind: 'nudge-owner' };
  if (current.reminded === 0) return { kind: 'remind-customer' };
  if (current.holder.kind === 'bot') return { kind: 'call-person' };
  return { kind: openTasks(current).length > 0 ? 'nudge-owner' : 'close' };
};

/** Undefined while nothing is due. Carrying the duty out moves the deadline on or ends the case. */
export const dutyOf = (current: Case, now: Instant): Duty | undefined => {
  const { deadline } = current;
  if (!deadline || deadline.dueAt > now) return undefined;
  if (deadline.kind === 'promise' && deadline.promiseId) {
    return { kind: 'tell-about-promise', promiseId: deadline.promiseId };
  }
  if (deadline.kind === 'close') return { kind: 'close' };
  if (deadline.kind === 'follow-up') {
    return { kind: current.satisfactionAskedAt ? 'remind-satisfaction' : 'ask-satisfaction' };
  }
  return onSilence(current);
};
