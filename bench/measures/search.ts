/** Search in a long transcript: two-character Chinese words, English words, and both with a customer or a time. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from '../../src/domain/conversation.ts';
import { instant } from '../../src/domain/instant.ts';
import type { NewLine } from '../../src/domain/transcript.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { percentile } from '../parts/figures.ts';

const LINES_PER_CONVERSATION = 50;
const FIRST = Date.parse('2025-01-01T00:00:00Z');

const ZH =
  '水壶 退款 态度 发票 快递 门店 冰箱 屏幕 排队 客服 维修 换货 优惠 过期 包装 订单 电话 昨天 今天 坏了 漏水 很慢 生气 谢谢 地板 电梯 空调 停车 积分 会员'.split(
    ' ',
  );
const EN =
  'kettle refund attitude receipt delivery branch fridge screen queue agent repair exchange coupon expired parcel order phone yesterday broken leaking slow angry thanks floor lift parking points member'.split(
    ' ',
  );

/** The same on every machine. */
const createDice = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const pick = <T>(list: readonly T[], dice: () => number): T => list[Math.floor(dice() * list.length)] as T;

const sentence = (dice: () => number): string => {
  const words = Array.from({ length: 4 + Math.floor(dice() * 8) }, () => pick(dice() < 0.7 ? ZH : EN, dice));
  return `${words.join(dice() < 0.5 ? '' : ' ')}，编号${Math.floor(dice() * 1_000_000)}。`;
};

const linesOf = (conversation: number, dice: () => number): readonly NewLine[] => {
  const conversationId = `bench-${conversation}`;
  return Array.from({ length: LINES_PER_CONVERSATION }, (_, index) => ({
    id: `${conversationId}-${index}`,
    conversationId,
    at: instant(FIRST + (conversation * LINES_PER_CONVERSATION + index) * 30_000),
    from: index % 2 === 0 ? { kind: 'customer', id: `customer-${conversation % 5000}` } : { kind: 'bot' },
    text: sentence(dice),
    locale: 'zh-CN',
    audience: 'public',
  }));
};

const conversationOf = (number: number): Conversation => ({
  id: `bench-${number}`,
  version: 0,
  channel: 'webchat',
  customer: { id: `customer-${number % 5000}`, tier: 'new' },
  locale: 'zh-CN',
  localeChosen: false,
  startedAt: instant(FIRST),
  handled: LINES_PER_CONVERSATION,
  dialog: undefined,
  failures: 0,
  said: [],
});

/** Made once and kept for the next run: it takes minutes. */
const prepared = async (lines: number): Promise<string> => {
  const folder = join(tmpdir(), `calmdesk-bench-search-${lines}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const stores = openSqliteStores(unfinished);
  const dice = createDice(7);
  const conversations = Math.ceil(lines / LINES_PER_CONVERSATION);
  for (let number = 0; number < conversations; number += 100) {
    const some = Array.from({ length: Math.min(100, conversations - number) }, (_, index) => number + index);
    await Promise.all(
      some.map((one) =>
        stores.conversations.commit({
          conversation: conversationOf(one),
          lines: linesOf(one, dice),
          events: [],
          deliveries: [],
        }),
      ),
    );
  }
  await stores.close();
  renameSync(unfinished, folder);
  return folder;
};

export interface SearchFigures {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

export const measureSearch = async (lines: number, queries: number): Promise<SearchFigures> => {
  const stores = openSqliteStores(await prepared(lines));
  // The first search brings the index up to date with all that was just written.
  await stores.transcript.search({ text: '水壶', limit: 1 });
  const dice = createDice(11);
  const times: number[] = [];
  const last = FIRST + lines * 30_000;
  for (let query = 0; query < queries; query += 1) {
    const text =
      query % 3 === 0 ? `${pick(ZH, dice)} ${pick(EN, dice)}` : pick(query % 3 === 1 ? ZH : EN, dice);
    const more =
      [
        {},
        { customerId: `customer-${Math.floor(dice() * 5000)}` },
        { from: instant(last - 30 * 86_400_000) },
      ][query % 4] ?? {};
    const began = performance.now();
    await stores.transcript.search({ text, limit: 50, ...more });
    times.push(performance.now() - began);
  }
  await stores.close();
  return { p50: percentile(times, 50), p95: percentile(times, 95), worst: percentile(times, 100) };
};
