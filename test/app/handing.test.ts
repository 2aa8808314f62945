/** Cases change hands: one winner of many, transfer with a word to the customer, back to the bot. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { replyAsAgent } from '../../src/app/replyAsAgent.ts';
import { returnToBot } from '../../src/app/returnToBot.ts';
import { takeCase } from '../../src/app/takeCase.ts';
import { transferCase } from '../../src/app/transferCase.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { CHEN, LI, WANG } from '../domain/cases.ts';
import { done, openShop, refusalOf, shopWithLi } from './shop.ts';

const TO_WANG = { kind: 'agent', id: 'wang', name: '王芳' } as const;

describe('a hundred agents want the same case at the same moment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calmdesk-claim-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const drivers = { memory: createMemoryStores, sqlite: () => openSqliteStores(folder) };

  it.each(['memory', 'sqlite'] as const)(
    'on %s one gets it, ninety-nine hear politely who was faster, the customer hears of one',
    async (driver) => {
      const stores = drivers[driver]();
      const shop = openShop(stores);
      await shop.hear('转人工');
      const { caseId } = await shop.click();
      const agents = Array.from({ length: 100 }, (_, n) => ({ ...LI, id: `a${n}`, name: `客服${n}` }));
      const results = await Promise.all(
        agents.map((agent) => takeCase(shop.deps, { caseId, agent, origin: `claim-${agent.id}` })),
      );
      const winners = results.filter((result) => !isRefusal(result));
      expect(winners).toHaveLength(1);
      const { holder } = await shop.case();
      const name = holder.kind === 'agent' ? holder.name : '';
      expect(results.filter(isRefusal)).toEqual(
        Array.from({ length: 99 }, () => ({ refused: 'already-taken', details: { name } })),
      );
      expect((await shop.shown()).filter(({ key }) => key === 'desk.joined')).toHaveLength(1);
      await stores.close();
    },
  );
});

describe('an agent passes a case on', () => {
  it('the customer reads who goes on and by when, and never the note', async () => {
    const shop = await shopWithLi();
    const transfer = { ...(await shop.click()), to: TO_WANG, note: '客户很着急' };
    const current = done(await transferCase(shop.deps, transfer));
    expect(current).toMatchObject({ holder: TO_WANG, owner: { id: 'li' } });
    const line = await shop.last();
    expect(line?.text).toContain('王芳');
    expect(line?.card).toMatchObject({ kind: 'promise', data: { dueAt: current.promises[0]?.dueAt } });
    expect((await shop.shown()).map(({ text }) => text)).not.toContain('客户很着急');
    const all = await shop.deps.transcript.read('conv-1', {});
    expect(all.at(-1)).toMatchObject({ text: '客户很着急', audience: 'note' });
  });

  it('promises an answer anew where none is owed any more', async () => {
    const shop = await shopWithLi();
    const { epoch } = await shop.case();
    done(await replyAsAgent(shop.deps, { ...(await shop.click()), text: '您好', epoch }));
    const current = done(await transferCase(shop.deps, { ...(await shop.click()), to: { kind: 'queue' } }));
    expect(current).toMatchObject({
      status: 'queued',
      promises: [{ state: 'kept' }, { state: 'open', kind: 'first-answer' }],
    });
    expect(current.promises[1]?.told).toBe((await shop.last())?.text);
  });

  it('a line that was written before is refused', async () => {
    const shop = await shopWithLi();
    const { epoch } = await shop.case();
    const reply = { ...(await shop.click()), text: '还在查', epoch };
    done(await transferCase(shop.deps, { ...(await shop.click()), to: TO_WANG }));
    const before = await shop.shown();
    expect(refusalOf(await replyAsAgent(shop.deps, reply))).toBe('not-holder');
    expect(refusalOf(await replyAsAgent(shop.deps, { ...reply, agent: WANG }))).toBe('stale-epoch');
    expect(await shop.shown()).toEqual(before);
  });

  it('who neither holds it nor stands above may not', async () => {
    const shop = await shopWithLi();
    expect(refusalOf(await transferCase(shop.deps, { ...(await shop.click(WANG)), to: TO_WANG }))).toBe(
      'not-holder',
    );
    done(await transferCase(shop.deps, { ...(await shop.click(CHEN)), to: TO_WANG }));
  });
});

describe('an agent gives a case back to the bot', () => {
  it('the bot speaks again, and the owner stays', async () => {
    const shop = await shopWithLi();
    const current = done(await returnToBot(shop.deps, await shop.click()));
    expect(current).toMatchObject({ status: 'with-bot', holder: { kind: 'bot' }, owner: { id: 'li' } });
    expect((await shop.last())?.key).toBe('returned.hello');
    await shop.hear('人工');
    expect(await shop.case()).toMatchObject({ status: 'queued' });
  });
});
