/** Promises made, kept and renewed at the desk, and the clock that waits for the customer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { keepPromise } from '../../src/app/keepPromise.ts';
import { makePromise } from '../../src/app/makePromise.ts';
import { renewPromise } from '../../src/app/renewPromise.ts';
import { replyAsAgent } from '../../src/app/replyAsAgent.ts';
import { done, refusalOf, type Shop, shopWithLi } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await shopWithLi();
});

const DUE = '2026-11-23T08:00:00.000Z'; // 16:00 in Shanghai

const promise = async (more = {}) =>
  done(await makePromise(shop.deps, { ...(await shop.click()), kind: 'callback', dueAt: DUE, ...more }));

describe('a promise', () => {
  it('is read by the customer with date and time, and kept as it was told', async () => {
    const current = await promise();
    const line = await shop.last();
    expect(line?.text).toContain('16:00');
    expect(line?.card).toMatchObject({ kind: 'promise', data: { dueAt: DUE } });
    expect(current.promises.at(-1)).toMatchObject({ told: line?.text, dueAt: DUE, owner: { id: 'li' } });
  });

  it('in the agent’s own words comes from the agent', async () => {
    const current = await promise({ text: '下午四点前我给您打电话' });
    expect(await shop.last()).toMatchObject({
      text: '下午四点前我给您打电话',
      from: { kind: 'agent', id: 'li' },
    });
    expect(current.promises.at(-1)?.told).toBe('下午四点前我给您打电话');
  });

  it('for a time that is past is refused and not told', async () => {
    const before = await shop.shown();
    const late = { ...(await shop.click()), kind: 'callback', dueAt: '2020-01-01T00:00:00.000Z' } as const;
    expect(refusalOf(await makePromise(shop.deps, late))).toBe('promise-in-past');
    expect(await shop.shown()).toEqual(before);
  });

  it('is kept once', async () => {
    const promiseId = (await promise()).promises.at(-1)?.id ?? '';
    const kept = done(await keepPromise(shop.deps, { ...(await shop.click()), promiseId }));
    expect(kept.promises.at(-1)?.state).toBe('kept');
    expect(refusalOf(await keepPromise(shop.deps, { ...(await shop.click()), promiseId }))).toBe(
      'promise-unknown',
    );
  });

  it('is renewed with a word to the customer, who hears an apology where it was late', async () => {
    const promiseId = (await promise()).promises.at(-1)?.id ?? '';
    const renewal = { promiseId, dueAt: '2026-11-24T02:00:00.000Z' };
    const renewed = done(await renewPromise(shop.deps, { ...(await shop.click()), ...renewal }));
    expect((await shop.last())?.key).toBe('promise.update');
    expect(renewed.promises.slice(-2)).toMatchObject([
      { state: 'renewed' },
      { state: 'open', dueAt: renewal.dueAt },
    ]);
    shop.wait(48 * 60);
    const again = { promiseId: renewed.promises.at(-1)?.id ?? '', dueAt: '2026-11-25T08:00:00.000Z' };
    const late = done(await renewPromise(shop.deps, { ...(await shop.click()), ...again }));
    expect((await shop.last())?.key).toBe('promise.late');
    expect(late.promises.slice(-2)).toMatchObject([{ state: 'broken' }, { state: 'open' }]);
  });
});

describe('while the agent waits for the customer', () => {
  it('the promise stands still and goes on when they write', async () => {
    await promise();
    const { epoch } = await shop.case();
    const asked = { ...(await shop.click()), text: '能拍张照片吗？', epoch, awaitsCustomer: true };
    expect(done(await replyAsAgent(shop.deps, asked))).toMatchObject({
      awaitingCustomerSince: shop.now(),
      deadline: { kind: 'silence' },
    });
    shop.wait(60);
    await shop.hear('好的，照片来了');
    const current = await shop.case();
    expect(current.awaitingCustomerSince).toBeUndefined();
    expect(current.promises.at(-1)?.dueAt).toBe('2026-11-23T09:00:00.000Z');
    expect(current.deadline).toMatchObject({ kind: 'promise' });
  });
});
