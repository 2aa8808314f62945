/** Which remedies the policy has for a case, best first, and what they may cost. */
import type { Actor } from './actor.ts';
import type { Case, Tier } from './case.ts';
import type { Policy, RemedyRule } from './policy.ts';
import type { Remedy, RemedyOffer } from './remedy.ts';
import { needsPersonAtOnce } from './severity.ts';

/** The highest amount that this actor may grant to a customer of this tier, in the policy's currency. */
export const limitOf = (by: Actor, tier: Tier, policy: Policy): number => {
  const role = by.kind === 'agent' ? by.role : 'bot';
  return policy.limits[role] * policy.tierFactor[tier];
};

const fits = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value));

/** Cause, severity, fault and tier; the customer's wish only orders, it excludes nothing. */
export const ruleFits = (rule: RemedyRule, current: Case): boolean =>
  fits(rule.groups, current.cause?.group) &&
  fits(rule.subs, current.cause?.sub) &&
  fits(rule.severities, current.severity) &&
  fits(rule.responsibilities, current.responsibility) &&
  fits(rule.tiers, current.customer.tier);

/** How well a rule answers the case: the customer's own wish first, then the narrower rule. */
const score = (rule: RemedyRule, current: Case): number =>
  (rule.answers && current.facts.remedy && rule.answers.includes(current.facts.remedy) ? 10 : 0) +
  (rule.subs ? 3 : 0) +
  (rule.tiers ? 2 : 0) +
  (rule.groups ? 1 : 0) +
  (rule.severities ? 1 : 0) +
  (rule.responsibilities ? 1 : 0);

/** All that the policy has for a case, best first: what a person may choose from, at whatever cost. */
export const rulesFor = (current: Case, policy: Policy): readonly RemedyRule[] =>
  policy.rules
    .filter((rule) => ruleFits(rule, current) && !policy.neverOffer.includes(rule.remedy.kind))
    .toSorted((a, b) => score(b, current) - score(a, current));

/** The rule that a remedy is carried out by: of its kind, fitting if there is one, best first. */
export const ruleFor = (current: Case, remedy: Remedy, policy: Policy): RemedyRule | undefined => {
  const ofKind = policy.rules
    .filter((rule) => rule.remedy.kind === remedy.kind)
    .toSorted((a, b) => score(b, current) - score(a, current));
  return ofKind.find((rule) => ruleFits(rule, current)) ?? ofKind[0];
};

const isMoneyBack = ({ kind }: Remedy): boolean => kind === 'refund' || kind === 'price-adjustment';

/** What a remedy costs the shop, as far as is known: a refund without an amount is the price paid. */
export const costOf = (remedy: Remedy, current: Case, policy: Policy): number | undefined => {
  if (remedy.amount !== undefined) return remedy.amount;
  if (!isMoneyBack(remedy)) return 0;
  const paid = current.facts.amount;
  return paid?.currency === policy.currency ? paid.value : undefined;
};

/** Within the actor's own limit. Of unknown cost only what the policy lists for such a case without an amount. */
export const withinLimit = (remedy: Remedy, by: Actor, current: Case, policy: Policy): boolean => {
  const cost = costOf(remedy, current, policy);
  if (cost !== undefined) return cost <= limitOf(by, current.customer.tier, policy);
  const rule = ruleFor(current, remedy, policy);
  return rule !== undefined && rule.remedy.amount === undefined && ruleFits(rule, current);
};

/** Severe cases and customers who seem to try it on are judged by a person: the bot offers no money there. */
const botMayOffer = (rule: RemedyRule, current: Case, policy: Policy): boolean =>
  rule.botMayOffer &&
  withinLimit(rule.remedy, { kind: 'bot' }, current, policy) &&
  (current.stance !== 'opportunist' || costOf(rule.remedy, current, policy) === 0);

const refusedBefore = (rule: RemedyRule, current: Case): boolean =>
  current.offers.some(
    ({ state, remedy }) =>
      (state === 'refused' || state === 'rejected') &&
      remedy.kind === rule.remedy.kind &&
      remedy.amount === rule.remedy.amount,
  );

/** At most `most` rules that fit the case and that the bot may offer by itself; one of each kind. */
export const remediesFor = (current: Case, policy: Policy, most = 3): readonly RemedyRule[] => {
  if (needsPersonAtOnce(current.severity)) return [];
  const best = rulesFor(current, policy).filter(
    (rule) => botMayOffer(rule, current, policy) && !refusedBefore(rule, current),
  );
  const kinds = new Set<string>();
  return best.filter((rule) => !kinds.has(rule.remedy.kind) && kinds.add(rule.remedy.kind)).slice(0, most);
};

/** Offers that the customer can still answer. */
export const openOffers = (current: Case): readonly RemedyOffer[] =>
  current.offers.filter(({ state }) => state === 'offered');
