/** People and the case: asking for one, taking, answering, noting, passing on. */
import { isHolder, mayHandle } from '../authority.ts';
import type { Case } from '../case.ts';
import type { TransferCase } from '../command.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import { resume } from '../pause.ts';
import type { Policy } from '../policy.ts';
import { keepKinds, missed, openPromises } from '../promises.ts';
import { refuse } from '../refusal.ts';
import { handTo, promiseAnswer, reopening } from './handing.ts';
import type { Rules } from './rule.ts';

type Verbs = 'requestHuman' | 'takeCase' | 'replyAsAgent' | 'noteAsAgent' | 'transferCase' | 'returnToBot';

/** What is late when the clock is stopped is late; waiting does not make it good again. */
const pause = (current: Case, now: Instant, policy: Policy): readonly CaseFact[] =>
  current.awaitingCustomerSince
    ? []
    : openPromises(current)
        .filter(({ kind }) => kind !== 'first-answer')
        .flatMap((promise) => missed(current, promise, now, policy));

const sameHolder = (current: Case, to: TransferCase['to']): boolean =>
  to.kind === 'agent' ? isHolder(current, to) : current.holder.kind === 'queue';

export const agentRules: Pick<Rules, Verbs> = {
  requestHuman: (current, { origin, reason, told }, now, policy) => {
    if (current.holder.kind === 'agent') return refuse('already-taken', { name: current.holder.name });
    if (current.status === 'resolved') return reopening(current, reason, { origin, told }, now, policy);
    if (current.holder.kind === 'queue' && current.humanReason === reason) return [];
    return [
      ...resume(current, now, policy),
      { type: 'humanRequested', reason },
      ...(current.holder.kind === 'queue' ? [] : handTo(current, { kind: 'queue' })),
      ...promiseAnswer(current, { origin, told }, now, policy),
    ];
  },
  takeCase: (current, { by }) => {
    if (isHolder(current, by)) return [];
    if (current.holder.kind === 'agent') return refuse('already-taken', { name: current.holder.name });
    return handTo(current, { kind: 'agent', id: by.id, name: by.name });
  },
  replyAsAgent: (current, { by, epoch, awaitsCustomer }, now, policy) => {
    if (!isHolder(current, by)) return refuse('not-holder');
    if (epoch !== current.epoch) return refuse('stale-epoch');
    return [
      { type: 'agentReplied', agent: by, ...(awaitsCustomer && { awaitsCustomer }) },
      ...keepKinds(current, ['first-answer'], now, policy),
      ...(awaitsCustomer ? pause(current, now, policy) : resume(current, now, policy)),
    ];
  },
  noteAsAgent: (_, { by, text }) => [{ type: 'agentNoted', agent: by, text }],
  transferCase: (current, { by, origin, to, reason, told }, now, policy) => {
    if (!mayHandle(current, by)) return refuse('not-holder');
    if (sameHolder(current, to)) return [];
    const owed = openPromises(current).length > 0;
    return [
      ...(reason ? [{ type: 'humanRequested' as const, reason }] : []),
      ...handTo(current, to),
      ...(told === undefined || owed ? [] : promiseAnswer(current, { origin, told }, now, policy)),
    ];
  },
  returnToBot: (current, { by }) => {
    if (!mayHandle(current, by)) return refuse('not-holder');
    return handTo(current, { kind: 'bot' });
  },
};
