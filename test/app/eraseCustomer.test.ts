/** Delete my data: all conversations of a customer go; anonymous closed cases stay for the figures. */
import { describe, expect, it } from 'vitest';
import { eraseCustomer } from '../../src/app/eraseCustomer.ts';
import { registerCase } from '../../src/app/registerCase.ts';
import { CHEN, LI } from '../domain/cases.ts';
import { done, refusalOf, shopWithLi } from './shop.ts';

describe('a customer has everything deleted', () => {
  it('transcripts and contact are gone everywhere, the figures stay', async () => {
    const shop = await shopWithLi();
    const chat = await shop.case();
    const call = done(
      await registerCase(shop.deps, {
        agent: LI,
        origin: 'f',
        channel: 'phone',
        kind: 'complaint',
        locale: 'zh-CN',
        customer: { id: chat.customer.id, name: '周先生', contact: '13800138000' },
        opening: '我打过电话，13800138000',
      }),
    );
    expect(await eraseCustomer(shop.deps, await shop.click(CHEN))).toEqual({ erased: 2 });
    for (const { id, conversationId, number } of [chat, call]) {
      expect(await shop.deps.conversations.load(conversationId)).toBeUndefined();
      expect(await shop.deps.transcript.read(conversationId, {})).toEqual([]);
      const kept = await shop.deps.cases.byId(id);
      expect(kept).toMatchObject({ number, status: 'closed', closeReason: 'erased' });
      expect(kept?.deadline).toBeUndefined();
      expect(JSON.stringify(kept)).not.toMatch(/13800138000|周先生|水壶|cu-conv/);
    }
    expect(await shop.deps.transcript.search({ text: '13800138000', limit: 10 })).toEqual([]);
  });

  it('needs a supervisor, and there is nothing to do twice', async () => {
    const shop = await shopWithLi();
    const click = await shop.click(CHEN);
    expect(refusalOf(await eraseCustomer(shop.deps, { ...click, agent: LI }))).toBe('not-allowed');
    expect(await shop.case()).toMatchObject({ status: 'with-agent' });
    expect(await eraseCustomer(shop.deps, click)).toEqual({ erased: 1 });
    expect(refusalOf(await eraseCustomer(shop.deps, click))).toBe('nothing-to-do');
    expect(refusalOf(await eraseCustomer(shop.deps, { ...click, caseId: 'none' }))).toBe('case-unknown');
  });
});
