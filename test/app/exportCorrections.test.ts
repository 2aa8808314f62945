/** Corrections as rows to learn from: whose words, what it was, and nothing personal. */
import { describe, expect, it } from 'vitest';
import { correctCause } from '../../src/app/correctCause.ts';
import { eraseCustomer } from '../../src/app/eraseCustomer.ts';
import { exportCorrections } from '../../src/app/exportCorrections.ts';
import { registerCase } from '../../src/app/registerCase.ts';
import { resolveCase } from '../../src/app/resolveCase.ts';
import type { Cause, CauseFinding } from '../../src/domain/cause.ts';
import { createUnderstanding } from '../../src/nlu/index.ts';
import { CHEN, LI } from '../domain/cases.ts';
import { done, openShop, type Shop } from './shop.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
const WAITING: Cause = { group: 'service', sub: 'waiting' };
const QUALITY: Cause = { group: 'product', sub: 'quality' };

const exported = (shop: Shop, since?: string) =>
  exportCorrections({ ...shop.deps, understanding }, { since });

/** The case with what the recogniser would have left on it. */
const found = async (shop: Shop, finding: CauseFinding): Promise<void> => {
  const conversation = await shop.deps.conversations.load('conv-1');
  if (!conversation?.case) throw new Error('no case');
  await shop.deps.conversations.commit({
    conversation: { ...conversation, case: { ...conversation.case, cause: finding.cause, found: finding } },
    lines: [],
    events: [],
    deliveries: [],
  });
};

const heardShop = async (...texts: readonly string[]): Promise<Shop> => {
  const shop = openShop();
  for (const text of texts) await shop.hear(text);
  return shop;
};

describe('a correction as a row', () => {
  it('has the line that the cause was read from, what it was, how surely, who and when', async () => {
    const shop = await heardShop('你好', '等了两个小时，水壶还是没人修', '快点');
    const lineId = (await shop.shown()).find(({ text }) => text.startsWith('等了'))?.id ?? '';
    await found(shop, { cause: QUALITY, confidence: 0.61, lineId });
    const at = shop.now();
    done(await correctCause(shop.deps, { ...(await shop.click()), cause: WAITING }));
    const { number } = await shop.case();
    expect(await exported(shop)).toEqual({
      rows: [
        {
          id: number,
          text: '等了两个小时，水壶还是没人修',
          lang: 'zh-CN',
          ...WAITING,
          was: { ...QUALITY, confidence: 0.61 },
          at,
          by: '小李',
          reviewed: false,
        },
      ],
      erased: [],
    });
  });

  it('of a case in which nothing was found has the line that complains most', async () => {
    const shop = await heardShop('我要转人工', '在吗', '我在你们店等了两个小时都没人理我！', '好的谢谢');
    done(await correctCause(shop.deps, { ...(await shop.click()), cause: WAITING }));
    const { rows } = await exported(shop);
    expect(rows).toMatchObject([{ text: '我在你们店等了两个小时都没人理我！', ...WAITING }]);
    expect(rows[0]).not.toHaveProperty('was');
  });

  it('of a case that staff registered has what the customer said on the phone', async () => {
    const shop = openShop();
    const opening = 'The kettle I bought fell apart.';
    const call = { agent: LI, origin: 'c', channel: 'phone', kind: 'complaint', locale: 'en' } as const;
    const { id } = done(
      await registerCase(shop.deps, { ...call, customer: {}, opening, facts: {}, cause: WAITING }),
    );
    expect((await exported(shop)).rows).toEqual([]);
    done(await correctCause(shop.deps, { caseId: id, agent: LI, origin: 'x', cause: QUALITY }));
    expect((await exported(shop)).rows).toMatchObject([{ text: opening, lang: 'en', was: WAITING }]);
  });

  it('is one for each case, with the newest correction, also after the end', async () => {
    const shop = await heardShop('水壶坏了，等了两个小时');
    done(await correctCause(shop.deps, { ...(await shop.click()), cause: QUALITY }));
    done(await resolveCase(shop.deps, { ...(await shop.click(CHEN)), result: '' }));
    shop.wait(60);
    const since = shop.now();
    done(await correctCause(shop.deps, { ...(await shop.click(CHEN)), cause: WAITING }));
    expect((await exported(shop)).rows).toMatchObject([{ ...WAITING, at: since, by: '陈店长' }]);
    expect((await exported(shop, since)).rows).toHaveLength(1);
    shop.wait(1);
    expect((await exported(shop, shop.now())).rows).toEqual([]);
  });

  it('is gone with the customer who had everything deleted', async () => {
    const shop = await heardShop('水壶坏了，等了两个小时');
    done(await correctCause(shop.deps, { ...(await shop.click()), cause: QUALITY }));
    const { number } = await shop.case();
    await eraseCustomer(shop.deps, await shop.click(CHEN));
    expect(await exported(shop)).toEqual({ rows: [], erased: [number] });
  });
});

describe('personal data', () => {
  const told = async (text: string): Promise<string> => {
    const shop = await heardShop(text);
    done(await correctCause(shop.deps, { ...(await shop.click()), cause: QUALITY }));
    return (await exported(shop)).rows[0]?.text ?? '';
  };

  it.each([
    ['快递扔在门口，打13800138000没人接', '快递扔在门口，打***没人接'],
    ['我的身份证110101199003078515被你们店员拍照外传', '我的身份证***被你们店员拍照外传'],
    ['刷了两次卡6222021234567890128，收银员还不认', '刷了两次卡***，收银员还不认'],
    ['发邮件到zhou.m@example.com也没人回', '发邮件到***也没人回'],
    ['师傅没来，地址是：漕溪北路88号3栋502室，等了一天', '师傅没来，地址是：***，等了一天'],
    ['等了两天，住：台北市信義區松仁路100號5樓，沒人來修', '等了两天，住：***，沒人來修'],
    ['送错到阳光花园12栋301室了', '***了'],
    ['Nobody came to 221B Baker Street, Flat 4 all day', 'Nobody came to *** all day'],
    ['客服电话４００８８２０８２０打不通', '客服电话***打不通'],
  ])('is taken out of %s', async (text, safe) => {
    expect(await told(text)).toBe(safe);
  });

  it.each([
    '徐汇店二楼的洗手间太脏了',
    '南京路店的店员态度差，3号收银台多收了45.90元',
    'I waited 40 minutes on the road for a driver who never came',
    '订单等了3天，买的2号电池只到了一半',
  ])('is all that is taken out: %s stays', async (text) => {
    expect(await told(text)).toBe(text);
  });
});
