/** Offering, approving and answering remedies. */
import type { Actor } from '../actor.ts';
import type { Case } from '../case.ts';
import type { AnswerRemedy } from '../command.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import { keepKinds } from '../promises.ts';
import { refuse } from '../refusal.ts';
import type { Remedy, RemedyOffer, Task } from '../remedy.ts';
import { limitOf } from '../remedyChoice.ts';
import type { Rules } from './rule.ts';

const taskFor = (current: Case, offer: RemedyOffer, now: Instant, policy: Policy): Task => {
  const rule = policy.rules.find((candidate) => candidate.remedy.kind === offer.remedy.kind);
  const within = rule?.withinMinutes ?? policy.clocks.promise.remedy;
  return {
    id: `${current.id}:${offer.id}`,
    department: rule?.department ?? 'desk',
    remedy: offer.remedy,
    dueAt: policy.hours.addWorkingMinutes(now, within),
  };
};

const accepted = (
  current: Case,
  offer: RemedyOffer,
  command: AnswerRemedy,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => {
  const task = taskFor(current, offer, now, policy);
  return [
    ...keepKinds(current, ['first-answer', 'answer', 'update'], now),
    {
      type: 'remedyAccepted',
      agreement: { offerId: offer.id, remedy: offer.remedy, acceptedAt: now, words: command.words },
      tasks: [task],
    },
    {
      type: 'promiseMade',
      promise: {
        id: `${command.origin}:p`,
        kind: 'remedy',
        owner: current.owner,
        madeAt: now,
        dueAt: task.dueAt,
        told: command.told ?? '',
        state: 'open',
      },
    },
  ];
};

const holds = (current: Case, by: Actor): boolean =>
  by.kind === 'agent' ? current.holder.kind === 'agent' && current.holder.id === by.id : by.kind === 'bot';

const stateOf = (current: Case, remedy: Remedy, by: Actor, policy: Policy): RemedyOffer['state'] =>
  (remedy.amount ?? 0) <= limitOf(by, current.customer.tier, policy) ? 'offered' : 'proposed';

export const remedyRules: Pick<Rules, 'proposeRemedy' | 'approveRemedy' | 'answerRemedy'> = {
  proposeRemedy: (current, { by, offers }, now, policy) => {
    if (!holds(current, by) || (by.kind === 'bot' && current.holder.kind !== 'bot'))
      return refuse('not-holder');
    if (offers.some(({ remedy }) => policy.neverOffer.includes(remedy.kind))) return refuse('not-allowed');
    const made = offers.map(({ id, remedy }): RemedyOffer => {
      return { id, remedy, by, at: now, state: stateOf(current, remedy, by, policy) };
    });
    if (by.kind === 'bot' && (made.length > 3 || made.some((offer) => offer.state !== 'offered'))) {
      return refuse('over-limit');
    }
    return made.map((offer) => ({ type: 'remedyProposed', offer }));
  },
  approveRemedy: (current, { by, offerId, approved, reason }, _now, policy) => {
    const offer = current.offers.find((candidate) => candidate.id === offerId);
    if (!offer) return refuse('offer-unknown');
    if (offer.state !== 'proposed') return refuse('offer-not-open');
    if (by.kind !== 'agent' || by.role === 'agent') return refuse('not-allowed');
    if (offer.by.kind === 'agent' && offer.by.id === by.id) return refuse('own-approval');
    if (approved && stateOf(current, offer.remedy, by, policy) !== 'offered') return refuse('over-limit');
    return [{ type: 'remedyDecided', offerId, approved, reason }];
  },
  answerRemedy: (current, command, now, policy) => {
    const offer = current.offers.find((candidate) => candidate.id === command.offerId);
    if (!offer) return refuse('offer-unknown');
    if (offer.state === 'proposed') return refuse('needs-approval');
    if (offer.state !== 'offered') return refuse('offer-not-open');
    if (command.accepted) return accepted(current, offer, command, now, policy);
    return [{ type: 'remedyRefused', offerId: offer.id, words: command.words }];
  },
};
