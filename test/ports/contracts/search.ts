/** How every Transcript is searched. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { LineQuery } from '../../../src/ports/transcript.ts';
import { type OpenStores, openedForEach, saved } from '../opened.ts';
import { aConversation, aLine, at } from '../samples.ts';

const DAY = 24 * 60;

const LINES = [
  aLine('kettle', 'one', { text: '你们的水壶用两天就坏了！！太气人了', caseId: 'k1', at: at(0) }),
  aLine('refund', 'one', { text: '我要退款，订单 4471-22', caseId: 'k1', at: at(10) }),
  aLine('english', 'two', { text: 'I want a REFUND. The manager’s replies were rude!', at: at(DAY) }),
  aLine('mixed', 'two', { text: '这个iPhone15手机坏了', caseId: 'k2', at: at(DAY + 10) }),
  aLine('twisted', 'three', { text: '坏了的壶，还有水', at: at(2 * DAY) }),
  aLine('wide', 'three', { text: 'ＡＢＣ１２３ refunds', at: at(3 * DAY) }),
];

export const searchContract = (open: OpenStores): void => {
  describe('searching the transcript', () => {
    const stores = openedForEach(open);
    beforeEach(async () => {
      for (const id of ['one', 'two', 'three']) await saved(stores(), aConversation(id));
      for (const line of LINES) await stores().transcript.append(line);
    });
    const ids = async (query: Partial<LineQuery>) =>
      (await stores().transcript.search({ limit: 50, ...query })).map((line) => line.id);

    test('finds a two-character Chinese word, newest first', async () => {
      expect(await ids({ text: '坏了' })).toEqual(['twisted', 'mixed', 'kettle']);
      expect(await ids({ text: '退款' })).toEqual(['refund']);
    });

    test('finds a single Chinese character', async () => {
      expect(await ids({ text: '壶' })).toEqual(['twisted', 'kettle']);
    });

    test('finds longer Chinese only where the characters stand together', async () => {
      expect(await ids({ text: '水壶用两天' })).toEqual(['kettle']);
      expect(await ids({ text: '水壶' })).toEqual(['kettle']);
      expect(await ids({ text: '壶坏了' })).toEqual([]);
    });

    test('does not take pairs that stand apart for the whole', async () => {
      await stores().transcript.append(aLine('apart', 'one', { text: '退货款式，要退款' }));
      expect(await ids({ text: '退货款' })).toEqual(['apart']);
      expect(await ids({ text: '要退货' })).toEqual([]);
      await stores().transcript.append(aLine('pairs', 'one', { text: '要退款。不退货' }));
      expect(await ids({ text: '要退货' })).toEqual([]);
    });

    test('finds English words whatever their case, in the singular and plural', async () => {
      expect(await ids({ text: 'refund' })).toEqual(['wide', 'english']);
      expect(await ids({ text: 'REFUNDS' })).toEqual(['wide', 'english']);
      expect(await ids({ text: 'manager' })).toEqual(['english']);
      expect(await ids({ text: 'fund' })).toEqual([]);
    });

    test('finds words and numbers that stand in the middle of Chinese, and full-width ones', async () => {
      expect(await ids({ text: 'iphone15' })).toEqual(['mixed']);
      expect(await ids({ text: '4471-22' })).toEqual(['refund']);
      expect(await ids({ text: 'abc123' })).toEqual(['wide']);
    });

    test('all that is asked for must occur', async () => {
      expect(await ids({ text: '手机 坏了' })).toEqual(['mixed']);
      expect(await ids({ text: '手机 refund' })).toEqual([]);
      expect(await ids({ text: 'refund rude' })).toEqual(['english']);
    });

    test('signs that mean something to a database are only text', async () => {
      expect(await ids({ text: '"refund" OR 1=1 --' })).toEqual([]);
      expect(await ids({ text: "'; DROP TABLE lines; %_*" })).toEqual([]);
      expect(await ids({ text: 'refund*' })).toEqual(['wide', 'english']);
    });

    test('a question without a word or character finds nothing', async () => {
      expect(await ids({ text: '！？ 😡' })).toEqual([]);
      expect(await ids({ text: '' })).toEqual([]);
    });

    test('by case, by customer, and both with words', async () => {
      expect(await ids({ caseId: 'k1' })).toEqual(['refund', 'kettle']);
      expect(await ids({ customerId: 'customer of two' })).toEqual(['mixed', 'english']);
      expect(await ids({ caseId: 'k1', text: '退款' })).toEqual(['refund']);
      expect(await ids({ customerId: 'customer of two', text: '坏了' })).toEqual(['mixed']);
      expect(await ids({ customerId: 'nobody', text: '坏了' })).toEqual([]);
    });

    test('by time: from the first moment, up to but without the last', async () => {
      expect(await ids({ from: at(10), to: at(DAY) })).toEqual(['refund']);
      expect(await ids({ from: at(DAY + 10) })).toEqual(['wide', 'twisted', 'mixed']);
      expect(await ids({ to: at(10) })).toEqual(['kettle']);
      expect(await ids({ text: '坏了', to: at(2 * DAY) })).toEqual(['mixed', 'kettle']);
      expect(await ids({ from: at(400 * DAY) })).toEqual([]);
    });

    test('by time over months and years', async () => {
      const noons = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-12-31', '2025-06-30', '2025-07-01'];
      for (const noon of noons)
        await stores().transcript.append(aLine(noon, 'one', { text: '往年', at: `${noon}T12:00:00.000Z` }));
      const between = (from: string, to: string) =>
        ids({ text: '往年', from: `${from}T12:00:00.000Z`, to: `${to}T12:00:00.000Z` });
      expect(await between('2023-12-31', '2025-07-01')).toEqual(noons.slice(0, -1).toReversed());
      expect(await between('2024-01-01', '2025-01-01')).toEqual(['2024-12-31', '2024-02-29', '2024-01-01']);
      expect(await between('2024-02-29', '2024-02-29')).toEqual([]);
      expect(await between('2025-06-30', '2030-01-01')).toEqual(['2025-07-01', '2025-06-30']);
      expect(await between('1999-01-01', '2024-01-01')).toEqual(['2023-12-31']);
      expect(await between('2025-01-01', '2024-01-01')).toEqual([]);
      expect(await ids({ text: '往年', from: '2025-01-01T00:00:00.000Z' })).toHaveLength(2);
      expect(await ids({ text: '往年', to: '2024-01-01T00:00:00.000Z' })).toEqual(['2023-12-31']);
    });

    test('a line that came late with an early time is found by its own time', async () => {
      await stores().transcript.append(aLine('late', 'one', { text: '退款', at: at(1) }));
      expect(await ids({ text: '退款', from: at(0), to: at(5) })).toEqual(['late']);
    });

    test('gives no more than the limit, the newest, and everything without a question', async () => {
      expect(await ids({ limit: 2 })).toEqual(['wide', 'twisted']);
      expect(await ids({ text: '坏了', limit: 1 })).toEqual(['twisted']);
      expect(await ids({})).toHaveLength(LINES.length);
    });

    test('goes on past many candidates that do not fit', async () => {
      await stores().transcript.append(aLine('needle', 'one', { text: '针', at: at(5 * DAY) }));
      for (let index = 0; index < 30; index += 1)
        await stores().transcript.append(aLine(`hay ${index}`, 'one', { text: '针', at: at(5 * DAY + 60) }));
      expect(await ids({ text: '针', to: at(5 * DAY + 1), limit: 1 })).toEqual(['needle']);
    });

    test('a line is found as soon as it is there', async () => {
      await stores().transcript.append(aLine('fresh', 'one', { text: '新鲜' }));
      expect(await ids({ text: '新鲜' })).toEqual(['fresh']);
    });
  });
};
