/** Complaints that do not come in by themselves: by phone, letter, in person, from the press or an authority. */
import { describe, expect, it } from 'vitest';
import { keepPromise } from '../../src/app/keepPromise.ts';
import { type Registration, registerCase } from '../../src/app/registerCase.ts';
import { resolveCase } from '../../src/app/resolveCase.ts';
import { takeCase } from '../../src/app/takeCase.ts';
import { CHEN, LI } from '../domain/cases.ts';
import { done, openShop } from './shop.ts';

const call: Registration = {
  agent: LI,
  origin: 'form-1',
  channel: 'phone',
  kind: 'complaint',
  locale: 'zh-CN',
  customer: { name: '周先生', contact: '13800138000', tier: 'key' },
  opening: '昨天在店里等了四十分钟没人理',
  facts: { where: '南京路店', what: '等了四十分钟', name: '周先生' },
  cause: { group: 'service', sub: 'waiting' },
  tension: 0.7,
};

describe('a colleague registers', () => {
  it('a call: answered at once, theirs, with everything that was said', async () => {
    const shop = openShop();
    const current = done(await registerCase(shop.deps, call));
    expect(current).toMatchObject({
      channel: 'phone',
      status: 'with-agent',
      holder: { id: 'li' },
      owner: { id: 'li' },
      receivedBy: { id: 'li' },
      firstAnsweredAt: shop.now(),
      customer: { name: '周先生', contact: '13800138000', tier: 'key' },
      facts: { where: '南京路店' },
      confirmed: { facts: { what: '等了四十分钟' } },
      cause: { sub: 'waiting' },
      tension: { start: 0.7, emotion: 'angry' },
    });
    expect(current.number).toMatch(/^C\d{4}-\d{4}$/);
    expect(current.deadline).toBeDefined();
    expect(await shop.deps.cases.byNumber(current.number)).toMatchObject({ id: current.id });
  });

  it('the same form sent twice: one case', async () => {
    const shop = openShop();
    const first = done(await registerCase(shop.deps, call));
    expect(done(await registerCase(shop.deps, call))).toEqual(first);
    const other = done(await registerCase(shop.deps, { ...call, origin: 'form-2' }));
    expect(other.id).not.toBe(first.id);
    expect(await shop.deps.cases.list({ limit: 10 })).toHaveLength(2);
  });

  it('a letter: an answer is promised within the working time of the policy', async () => {
    const shop = openShop();
    const current = done(await registerCase(shop.deps, { ...call, channel: 'letter' }));
    expect(current.firstAnsweredAt).toBeUndefined();
    expect(current.promises).toMatchObject([{ kind: 'first-answer', state: 'open' }]);
    expect(current.deadline).toMatchObject({ kind: 'promise' });
  });

  it.each(['media', 'regulator'] as const)(
    '%s: grave, in the queue at once for the one who speaks for all',
    async (channel) => {
      const shop = openShop();
      const current = done(await registerCase(shop.deps, { ...call, channel }));
      expect(current).toMatchObject({
        severity: channel,
        status: 'queued',
        humanReason: channel,
        owner: { id: 'li' },
      });
      expect(current.promises).toMatchObject([{ state: 'open' }]);
      done(await takeCase(shop.deps, { caseId: current.id, agent: CHEN, origin: 'take' }));
    },
  );

  it('nothing is written as if the customer had read it', async () => {
    const shop = openShop();
    const { id, conversationId } = done(await registerCase(shop.deps, { ...call, channel: 'letter' }));
    const [promise] = done(await registerCase(shop.deps, { ...call, channel: 'letter' })).promises;
    done(await keepPromise(shop.deps, { caseId: id, agent: LI, origin: 'k', promiseId: promise?.id ?? '' }));
    done(await resolveCase(shop.deps, { caseId: id, agent: LI, origin: 'r', result: '已回信' }));
    expect(await shop.deps.transcript.read(conversationId, { audience: 'public' })).toEqual([]);
    const notes = await shop.deps.transcript.read(conversationId, {});
    expect(notes.map(({ text }) => text)).toEqual([call.opening]);
  });
});
