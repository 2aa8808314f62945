/** The promise keeper where nobody reads here: the owner of a call or a letter is reminded, the customer is not "told". */
import { describe, expect, it } from 'vitest';
import { keepPromise } from '../../src/app/keepPromise.ts';
import { keepPromises } from '../../src/app/keepPromises.ts';
import { rateCase } from '../../src/app/rateCase.ts';
import { registerCase } from '../../src/app/registerCase.ts';
import { resolveCase } from '../../src/app/resolveCase.ts';
import { LI } from '../domain/cases.ts';
import { done, openShop, refusalOf, type Shop } from './shop.ts';

const letter = async (shop: Shop) =>
  done(
    await registerCase(shop.deps, {
      agent: LI,
      origin: 'letter-1',
      channel: 'letter',
      kind: 'complaint',
      locale: 'zh-CN',
      customer: { name: '周先生' },
      opening: '贵店的发票开错了',
    }),
  );

const later = async (shop: Shop, id: string, minutes: number) => {
  shop.wait(minutes);
  await keepPromises(shop.deps);
  const current = await shop.deps.cases.byId(id);
  if (!current) throw new Error('the case is gone');
  return current;
};

describe('a letter that waits for its answer', () => {
  it('reminds the owner before, at and after the time; the miss is recorded once and nothing is told here', async () => {
    const shop = openShop();
    const { id, conversationId } = await letter(shop);
    const nudges = () => shop.events.filter(({ type }) => type === 'ownerNudged').length;
    expect((await later(shop, id, 15)).promises).toMatchObject([{ state: 'open' }]);
    expect(nudges()).toBe(1);
    const late = await later(shop, id, 16);
    expect(nudges()).toBe(2);
    expect(late.promises[0]?.missedAt).toBe(shop.now());
    await later(shop, id, 1);
    expect(nudges()).toBe(2);
    await later(shop, id, 12 * 60);
    expect(nudges()).toBe(3);
    expect(shop.events.filter(({ type }) => type === 'promiseMissed')).toHaveLength(1);
    expect(await shop.deps.transcript.read(conversationId, { audience: 'public' })).toEqual([]);
  });

  it('answered and settled, the agent notes how satisfied the customer is', async () => {
    const shop = openShop();
    const { id: caseId, promises } = await letter(shop);
    const click = (origin: string) => ({ caseId, agent: LI, origin });
    done(await keepPromise(shop.deps, { ...click('k'), promiseId: promises[0]?.id ?? '' }));
    expect(refusalOf(await rateCase(shop.deps, { ...click('r0'), score: 5 }))).toBe('wrong-status');
    done(await resolveCase(shop.deps, { ...click('s'), result: '已重开发票' }));
    expect(done(await rateCase(shop.deps, { ...click('r1'), score: 2, words: '还是错的' }))).toMatchObject({
      status: 'with-agent',
      holder: { id: 'li' },
      satisfaction: { score: 2, words: '还是错的' },
    });
  });
});
