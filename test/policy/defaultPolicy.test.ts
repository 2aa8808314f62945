/** The policy that comes with CalmDesk has something for every matter: no customer leaves with empty hands. */
import { describe, expect, it } from 'vitest';
import { type Case, RESPONSIBILITIES, TIERS } from '../../src/domain/case.ts';
import { CAUSES, type Cause, type CauseGroup, type SubCause } from '../../src/domain/cause.ts';
import { SEVERITIES, WANTED_REMEDIES } from '../../src/domain/reading.ts';
import { costOf, limitOf, remediesFor, rulesFor } from '../../src/domain/remedyChoice.ts';
import { needsPersonAtOnce } from '../../src/domain/severity.ts';
import { openedCase } from '../domain/cases.ts';
import { defaultPolicy } from './defaultPolicy.ts';

const policy = defaultPolicy();

const causes = (Object.entries(CAUSES) as [CauseGroup, readonly SubCause[]][]).flatMap(
  ([group, subs]): Cause[] => [{ group }, ...subs.map((sub) => ({ group, sub }))],
);

/** Every mix of cause, severity, fault and tier. */
const every = (): Case[] =>
  causes.flatMap((cause) =>
    SEVERITIES.flatMap((severity) =>
      RESPONSIBILITIES.flatMap((responsibility) =>
        TIERS.map((tier) => {
          const opened = openedCase(policy);
          return { ...opened, cause, severity, responsibility, customer: { ...opened.customer, tier } };
        }),
      ),
    ),
  );

const named = ({ cause, severity, responsibility, customer }: Case): string =>
  `${cause?.group}/${cause?.sub} ${severity} ${responsibility} ${customer.tier}`;

describe('the default policy', () => {
  it('has at least two ways out that the bot may offer, for every cause, severity, fault and tier', () => {
    const poor = every().filter(
      (one) => !needsPersonAtOnce(one.severity) && remediesFor(one, policy).length < 2,
    );
    expect(poor.map(named)).toEqual([]);
  });

  it('leaves grave cases to a person, and has something for that person', () => {
    const grave = every().filter(({ severity }) => needsPersonAtOnce(severity));
    expect(grave.filter((one) => remediesFor(one, policy).length > 0).map(named)).toEqual([]);
    expect(grave.filter((one) => rulesFor(one, policy).length === 0).map(named)).toEqual([]);
  });

  it('never lets the bot offer above its limit, nor two remedies of one kind', () => {
    for (const one of every()) {
      const offered = remediesFor(
        { ...one, facts: { amount: { text: '99元', value: 99, currency: 'CNY' } } },
        policy,
      );
      const limit = limitOf({ kind: 'bot' }, one.customer.tier, policy);
      expect(new Set(offered.map(({ remedy }) => remedy.kind)).size).toBe(offered.length);
      expect(offered.filter(({ remedy }) => (costOf(remedy, one, policy) ?? 0) > limit)).toEqual([]);
    }
  });

  it('puts first what the customer asked for, where the policy has it', () => {
    const broken = { ...openedCase(policy), cause: { group: 'product', sub: 'quality' } } as const;
    for (const wish of ['refund', 'exchange', 'repair'] as const) {
      expect(remediesFor({ ...broken, facts: { remedy: wish } }, policy)[0]?.remedy.kind).toBe(wish);
    }
    for (const wish of WANTED_REMEDIES) {
      expect(rulesFor({ ...broken, facts: { remedy: wish } }, policy)[0]?.answers).toContain(wish);
    }
  });

  it('names no money where the matter is not ours', () => {
    const paid = every()
      .filter(({ responsibility, severity }) => responsibility === 'not-ours' && !needsPersonAtOnce(severity))
      .filter((one) => remediesFor(one, policy).some(({ remedy }) => costOf(remedy, one, policy) !== 0));
    expect(paid.map(named)).toEqual([]);
  });
});
