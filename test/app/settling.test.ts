/** From the agreement to the end, and back: tasks, settling, opening again; and a cause that was wrong. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerRemedy } from '../../src/app/answerRemedy.ts';
import { completeTask } from '../../src/app/completeTask.ts';
import { correctCause } from '../../src/app/correctCause.ts';
import { proposeRemedy } from '../../src/app/proposeRemedy.ts';
import { reopenCase } from '../../src/app/reopenCase.ts';
import { replyAsAgent } from '../../src/app/replyAsAgent.ts';
import { resolveCase } from '../../src/app/resolveCase.ts';
import { CHEN, WANG } from '../domain/cases.ts';
import { done, refusalOf, type Shop, shopWithLi } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await shopWithLi();
});

const agreed = async () => {
  const { offers } = done(
    await proposeRemedy(shop.deps, { ...(await shop.click()), remedies: [{ kind: 'exchange' }] }),
  );
  const offerId = offers[0]?.id ?? '';
  return done(
    await answerRemedy(shop.deps, { ...(await shop.click()), offerId, accepted: true, words: '好' }),
  );
};

describe('a task is done', () => {
  it('the customer reads it, and the case is settled', async () => {
    const taskId = (await agreed()).tasks[0]?.id ?? '';
    const current = done(await completeTask(shop.deps, { ...(await shop.click(WANG)), taskId }));
    expect((await shop.last())?.key).toBe('desk.done');
    expect(current).toMatchObject({ status: 'resolved', holder: { kind: 'bot' }, owner: { id: 'li' } });
    expect(refusalOf(await completeTask(shop.deps, { ...(await shop.click(WANG)), taskId }))).toBe(
      'wrong-status',
    );
  });
});

describe('an agent settles a case', () => {
  it('not while something is owed', async () => {
    expect(refusalOf(await resolveCase(shop.deps, { ...(await shop.click()), result: '已解释' }))).toBe(
      'promise-open',
    );
    await agreed();
    expect(refusalOf(await resolveCase(shop.deps, { ...(await shop.click()), result: '已解释' }))).toBe(
      'task-open',
    );
  });

  it('the customer reads that it is done, not what is on the record', async () => {
    const { epoch } = await shop.case();
    done(await replyAsAgent(shop.deps, { ...(await shop.click()), text: '是这样的……', epoch }));
    const current = done(
      await resolveCase(shop.deps, { ...(await shop.click()), result: '客户误会，已解释' }),
    );
    expect(current).toMatchObject({ status: 'resolved', result: '客户误会，已解释' });
    const line = await shop.last();
    expect(line?.key).toBe('desk.resolved');
    expect(line?.text).not.toContain('误会');
  });

  it('and opens it again, with the same owner and a new time', async () => {
    const { epoch } = await shop.case();
    done(await replyAsAgent(shop.deps, { ...(await shop.click()), text: '好的', epoch }));
    done(await resolveCase(shop.deps, { ...(await shop.click()), result: '' }));
    const current = done(await reopenCase(shop.deps, await shop.click(CHEN)));
    expect(current).toMatchObject({ status: 'with-agent', holder: { id: 'li' }, reopened: 1 });
    expect(current.promises.at(-1)).toMatchObject({ state: 'open', told: (await shop.last())?.text });
    expect(refusalOf(await reopenCase(shop.deps, await shop.click()))).toBe('wrong-status');
  });
});

describe('a cause that was wrong', () => {
  it('is corrected without a word to the customer, and kept to learn from', async () => {
    const waiting = { group: 'service', sub: 'waiting' } as const;
    done(await correctCause(shop.deps, { ...(await shop.click()), cause: waiting }));
    const before = await shop.shown();
    const cause = { group: 'product', sub: 'quality' } as const;
    const click = await shop.click();
    const current = done(await correctCause(shop.deps, { ...click, cause }));
    expect(current.cause).toEqual(cause);
    expect(current.corrections).toMatchObject([{ to: waiting }, { from: waiting, to: cause }]);
    expect(done(await correctCause(shop.deps, { ...click, cause })).corrections).toHaveLength(2);
    expect(await shop.shown()).toEqual(before);
  });
});
