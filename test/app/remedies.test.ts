/** Remedies at the desk: proposed within a limit, approved above it, answered by the customer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerRemedy } from '../../src/app/answerRemedy.ts';
import { approveRemedy } from '../../src/app/approveRemedy.ts';
import { proposeRemedy } from '../../src/app/proposeRemedy.ts';
import { CHEN, LI, WANG } from '../domain/cases.ts';
import { done, refusalOf, type Shop, shopWithLi } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await shopWithLi();
});

const propose = async (amount: number, agent = LI) =>
  proposeRemedy(shop.deps, {
    ...(await shop.click(agent)),
    remedies: [{ kind: 'gift', amount }, { kind: 'exchange' }],
  });

describe('an agent proposes remedies', () => {
  it('within their limit the customer reads them at once, with a card to choose from', async () => {
    const current = done(await propose(50));
    const line = await shop.last();
    expect(line?.text).toContain('¥50');
    expect(line?.card).toMatchObject({
      kind: 'remedies',
      data: { options: [{ offerId: current.offers[0]?.id }, { offerId: current.offers[1]?.id }] },
    });
  });

  it('above it the customer reads only what stands', async () => {
    const current = done(await propose(2_000));
    expect(current.offers.map(({ state }) => state)).toEqual(['proposed', 'offered']);
    const line = await shop.last();
    expect(line?.text).not.toContain('2,000');
    expect(line?.card?.data).toMatchObject({ options: [{ offerId: current.offers[1]?.id }] });
  });

  it('only who holds the case may, and then the customer reads nothing', async () => {
    const before = await shop.shown();
    expect(refusalOf(await propose(10, WANG))).toBe('not-holder');
    expect(await shop.shown()).toEqual(before);
  });

  it('the same click again changes nothing', async () => {
    const click = await shop.click();
    const proposal = { ...click, remedies: [{ kind: 'exchange' as const }] };
    const first = done(await proposeRemedy(shop.deps, proposal));
    const lines = await shop.shown();
    expect(done(await proposeRemedy(shop.deps, proposal))).toEqual(first);
    expect(await shop.shown()).toEqual(lines);
  });
});

describe('a supervisor decides', () => {
  const waiting = async () => done(await propose(2_000)).offers[0]?.id ?? '';

  it('granted, the customer reads the offer', async () => {
    const offerId = await waiting();
    const decided = await approveRemedy(shop.deps, {
      ...(await shop.click(CHEN)),
      offerId,
      approved: true,
      reason: '老顾客',
    });
    expect(done(decided).offers[0]).toMatchObject({
      state: 'offered',
      reason: '老顾客',
      decidedBy: { id: 'chen' },
    });
    expect((await shop.last())?.text).toContain('2,000');
  });

  it('not granted, the customer hears nothing of it', async () => {
    const offerId = await waiting();
    const before = await shop.shown();
    done(
      await approveRemedy(shop.deps, {
        ...(await shop.click(CHEN)),
        offerId,
        approved: false,
        reason: '太多',
      }),
    );
    expect(await shop.shown()).toEqual(before);
  });

  it('nobody approves their own proposal, nor without the standing for it', async () => {
    const offerId = await waiting();
    const decision = { offerId, approved: true, reason: '' };
    expect(refusalOf(await approveRemedy(shop.deps, { ...(await shop.click(WANG)), ...decision }))).toBe(
      'not-allowed',
    );
    expect(refusalOf(await approveRemedy(shop.deps, { ...(await shop.click(LI)), ...decision }))).toBe(
      'own-approval',
    );
  });
});

describe('the customer answers with a button while an agent holds the case', () => {
  it('chosen, it is agreed without the agent’s doing', async () => {
    const offerId = done(await propose(50)).offers[1]?.id ?? '';
    await shop.hear('换货', { action: 'choose', offerId });
    expect(await shop.case()).toMatchObject({
      status: 'settling',
      holder: { id: 'li' },
      agreement: { offerId },
    });
    expect((await shop.last())?.key).toBe('agree.promise');
    await shop.hear('换货', { action: 'choose', offerId });
    expect((await shop.last())?.key).toBe('refusal.offer-not-open');
  });

  it('none of them, all are refused and the agent goes on', async () => {
    done(await propose(50));
    await shop.hear('都不合适', { action: 'refuse' });
    expect((await shop.case()).offers.map(({ state }) => state)).toEqual(['refused', 'refused']);
    expect((await shop.last())?.from.kind).toBe('customer');
  });
});

describe('the customer answers on the telephone', () => {
  it('accepted: the department gets its task, the customer reads what will be done and by when', async () => {
    const offerId = done(await propose(50)).offers[1]?.id ?? '';
    const current = done(
      await answerRemedy(shop.deps, { ...(await shop.click()), offerId, accepted: true, words: '那就换吧' }),
    );
    const line = await shop.last();
    expect(current).toMatchObject({
      status: 'settling',
      agreement: { words: '那就换吧' },
      tasks: [{ remedy: { kind: 'exchange' } }],
    });
    const promise = current.promises.at(-1);
    expect(promise).toMatchObject({ kind: 'remedy', told: line?.text, dueAt: current.tasks[0]?.dueAt });
    expect(line?.card).toMatchObject({ kind: 'promise', data: { dueAt: promise?.dueAt } });
  });

  it('refused: it stays on the record with their words', async () => {
    const offerId = done(await propose(50)).offers[0]?.id ?? '';
    const current = done(
      await answerRemedy(shop.deps, { ...(await shop.click()), offerId, accepted: false, words: '不要礼品' }),
    );
    expect(current.offers[0]).toMatchObject({ state: 'refused', reason: '不要礼品' });
    expect(
      refusalOf(
        await answerRemedy(shop.deps, { ...(await shop.click()), offerId, accepted: true, words: '好' }),
      ),
    ).toBe('offer-not-open');
    expect(
      refusalOf(
        await answerRemedy(shop.deps, {
          ...(await shop.click()),
          offerId: 'none',
          accepted: true,
          words: '好',
        }),
      ),
    ).toBe('offer-unknown');
  });
});
