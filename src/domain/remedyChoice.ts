/** Which remedies the policy has for a case, best first. */
import type { Actor } from './actor.ts';
import type { Case, Tier } from './case.ts';
import type { Policy, RemedyRule } from './policy.ts';

/** The highest amount that this actor may grant to a customer of this tier, in the policy's currency. */
export const limitOf = (by: Actor, tier: Tier, policy: Policy): number => {
  const role = by.kind === 'agent' ? by.role : 'bot';
  return policy.limits[role] * policy.tierFactor[tier];
};

const fits = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value));

/** How well a rule answers the case: the customer's own wish first, then the narrower rule. */
const score = (rule: RemedyRule, current: Case): number =>
  (rule.answers && current.facts.remedy && rule.answers.includes(current.facts.remedy) ? 10 : 0) +
  (rule.subs ? 3 : 0) +
  (rule.groups ? 1 : 0) +
  (rule.severities ? 1 : 0) +
  (rule.responsibilities ? 1 : 0);

/** At most `most` rules that fit cause, severity, fault and tier and that the bot may offer by itself. */
export const remediesFor = (current: Case, policy: Policy, most = 3): readonly RemedyRule[] => {
  const limit = limitOf({ kind: 'bot' }, current.customer.tier, policy);
  const fitting = policy.rules.filter(
    (rule) =>
      rule.botMayOffer &&
      !policy.neverOffer.includes(rule.remedy.kind) &&
      (rule.remedy.amount ?? 0) <= limit &&
      fits(rule.groups, current.cause?.group) &&
      fits(rule.subs, current.cause?.sub) &&
      fits(rule.severities, current.severity) &&
      fits(rule.responsibilities, current.responsibility) &&
      fits(rule.tiers, current.customer.tier) &&
      !current.offers.some((offer) => offer.state === 'refused' && offer.remedy.kind === rule.remedy.kind),
  );
  const best = fitting.toSorted((a, b) => score(b, current) - score(a, current));
  const kinds = new Set<string>();
  return best.filter((rule) => !kinds.has(rule.remedy.kind) && kinds.add(rule.remedy.kind)).slice(0, most);
};
