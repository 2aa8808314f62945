/** Settling, rating, closing and opening again. */
import { mayHandle } from '../authority.ts';
import type { Case, CloseReason } from '../case.ts';
import type { CloseCase } from '../command.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import { openPromises, releaseAll } from '../promises.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { openTasks } from '../tasks.ts';
import { reopening } from './handing.ts';
import { resolution } from './resolution.ts';
import type { Rules } from './rule.ts';

/** Reasons that come from the customer: what was promised or agreed is no longer owed. */
const RELEASING: readonly CloseReason[] = ['cancelled', 'by-customer', 'merged', 'erased'];

const stillOwed = (current: Case): Refusal | undefined => {
  if (openTasks(current).length > 0) return refuse('task-open');
  return openPromises(current).length > 0 ? refuse('promise-open') : undefined;
};

/** A customer who was asked, was reminded and does not answer gives up the answers, not the agreed remedies. */
const gaveUp = (current: Case, reason: CloseReason): boolean =>
  reason === 'no-answer' &&
  current.awaitingCustomerSince !== undefined &&
  current.reminded > 0 &&
  openTasks(current).length === 0;

const closing = (current: Case, reason: CloseReason, now: Instant, policy: Policy): readonly CaseFact[] => [
  ...releaseAll(current, now, policy),
  ...openTasks(current).map(({ id }) => ({ type: 'taskDropped' as const, taskId: id })),
  { type: 'caseClosed', reason },
];

/** The customer ends or erases their own case at any moment; others must hold it. */
const mayClose = (current: Case, { by, reason }: CloseCase): boolean =>
  by.kind === 'customer' || (by.kind === 'bot' && reason === 'erased') || mayHandle(current, by);

/** Words that follow a score when it has closed the case already; the score itself stands. */
const wordsAfterwards = (
  current: Case,
  score: number,
  words: string | undefined,
): readonly CaseFact[] | Refusal => {
  if (current.satisfaction?.score !== score || words === undefined) return refuse('case-closed');
  return [{ type: 'caseRated', score, words }];
};

export const endRules: Pick<Rules, 'resolveCase' | 'rateCase' | 'closeCase' | 'reopenCase'> = {
  resolveCase: (current, { by, result }) => {
    if (by.kind === 'clock' || !mayHandle(current, by)) return refuse('not-holder');
    return stillOwed(current) ?? resolution(current, result);
  },
  rateCase: (current, { origin, score, words, told }, now, policy) => {
    if (!Number.isInteger(score) || score < 1 || score > 5) return refuse('score-invalid');
    if (current.status === 'closed') return wordsAfterwards(current, score, words);
    const rated: CaseFact = { type: 'caseRated', score, ...(words === undefined ? {} : { words }) };
    if (score <= 2) {
      return [rated, ...reopening(current, 'dissatisfied', { origin, told: told ?? '' }, now, policy)];
    }
    return [rated, ...closing(current, 'satisfied', now, policy)];
  },
  closeCase: (current, command, now, policy) => {
    if (!mayClose(current, command)) return refuse('not-holder');
    const { reason } = command;
    const released = RELEASING.includes(reason) || gaveUp(current, reason);
    return (released ? undefined : stillOwed(current)) ?? closing(current, reason, now, policy);
  },
  reopenCase: (current, { origin, told }, now, policy) =>
    current.closeReason === 'erased'
      ? refuse('case-closed')
      : reopening(current, 'returned', { origin, told }, now, policy),
};
