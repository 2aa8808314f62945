/** Offering, approving and answering remedies. */
import type { Actor } from '../actor.ts';
import { isHolder, mayHandle } from '../authority.ts';
import type { Case } from '../case.ts';
import type { ApproveRemedy, ProposeRemedy } from '../command.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Remedy, RemedyOffer } from '../remedy.ts';
import { costOf, withinLimit } from '../remedyChoice.ts';
import { needsPersonAtOnce } from '../severity.ts';
import { accepting } from './accepting.ts';
import type { Rules } from './rule.ts';

const mayPropose = (current: Case, by: Actor): boolean => {
  if (by.kind === 'customer') return true;
  return by.kind === 'agent' ? isHolder(current, by) : by.kind === 'bot' && current.holder.kind === 'bot';
};

const impossible = (remedy: Remedy, policy: Policy): boolean => {
  const { amount = 0, percent = 0, currency = policy.currency } = remedy;
  const counts = Number.isFinite(amount) && amount >= 0 && percent >= 0 && percent <= 100;
  return !counts || currency !== policy.currency || policy.neverOffer.includes(remedy.kind);
};

const offerOf = (
  current: Case,
  { by, offers }: ProposeRemedy,
  now: Instant,
  policy: Policy,
): readonly RemedyOffer[] => {
  const known = new Set(current.offers.map(({ id }) => id));
  return offers
    .filter(({ id }) => !known.has(id) && known.add(id))
    .map(({ id, remedy }) => {
      const granted = by.kind !== 'customer' && withinLimit(remedy, by, current, policy);
      const priced = remedy.amount === undefined ? remedy : { ...remedy, currency: policy.currency };
      return { id, remedy: priced, by, at: now, state: granted ? 'offered' : 'proposed' };
    });
};

/** What the bot must leave to a person. */
const beyondBot = (current: Case, made: readonly RemedyOffer[], policy: Policy): Refusal | undefined => {
  if (needsPersonAtOnce(current.severity)) return refuse('not-allowed');
  const costs = made.some(({ remedy }) => costOf(remedy, current, policy) !== 0);
  if (current.stance === 'opportunist' && costs) return refuse('not-allowed');
  const granted = made.every(({ state }) => state === 'offered');
  return made.length > 3 || !granted ? refuse('over-limit') : undefined;
};

/** A supervisor for what is above an agent's limit; for the customer's own idea whoever holds the case. */
const mayApprove = (current: Case, offer: RemedyOffer, { by }: ApproveRemedy): Refusal | undefined => {
  if (by.kind !== 'agent') return refuse('not-allowed');
  if (offer.by.kind === 'agent' && offer.by.id === by.id) return refuse('own-approval');
  if (by.role !== 'agent') return undefined;
  return offer.by.kind === 'customer' && isHolder(current, by) ? undefined : refuse('not-allowed');
};

export const remedyRules: Pick<Rules, 'proposeRemedy' | 'approveRemedy' | 'answerRemedy'> = {
  proposeRemedy: (current, command, now, policy) => {
    const { by, offers } = command;
    if (!mayPropose(current, by)) return refuse('not-holder');
    if (offers.length === 0) return refuse('nothing-to-do');
    if (offers.some(({ remedy }) => impossible(remedy, policy))) return refuse('not-allowed');
    const made = offerOf(current, command, now, policy);
    const beyond = by.kind === 'bot' ? beyondBot(current, made, policy) : undefined;
    return beyond ?? made.map((offer) => ({ type: 'remedyProposed', offer }));
  },
  approveRemedy: (current, command, _now, policy) => {
    const { by, offerId, approved, reason } = command;
    const offer = current.offers.find((candidate) => candidate.id === offerId);
    if (!offer) return refuse('offer-unknown');
    if (offer.state !== 'proposed') return refuse('offer-not-open');
    const refused = mayApprove(current, offer, command);
    if (refused) return refused;
    if (approved && !withinLimit(offer.remedy, by, current, policy)) return refuse('over-limit');
    return [{ type: 'remedyDecided', offerId, approved, reason }];
  },
  answerRemedy: (current, command, now, policy) => {
    const { by, offerId, accepted, words } = command;
    if (by.kind !== 'customer' && !mayHandle(current, by)) return refuse('not-holder');
    const offer = current.offers.find((candidate) => candidate.id === offerId);
    if (!offer) return refuse('offer-unknown');
    if (offer.state === 'proposed') return refuse('needs-approval');
    if (offer.state !== 'offered') return refuse('offer-not-open');
    if (accepted) return accepting(current, offer, command, now, policy);
    return [{ type: 'remedyRefused', offerId: offer.id, words }];
  },
};
