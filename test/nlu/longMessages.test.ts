import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/nlu/normalise.ts';
import { amountOf } from '../../src/nlu/slots/amount.ts';
import { numbersIn } from '../../src/nlu/slots/numbers.ts';
import { numberReader } from '../../src/nlu/slots/numerals.ts';
import { readSlotWords } from '../../src/nlu/slots/slotWords.ts';
import { readTimeGrammar } from '../../src/nlu/slots/timeWords.ts';
import { timesIn, zoned } from '../../src/nlu/slots/when.ts';

const locales = join(import.meta.dirname, '../../locales');
const grammars = [readTimeGrammar(locales, 'zh-CN'), readTimeGrammar(locales, 'en')];
const words = [readSlotWords(locales, 'zh-CN'), readSlotWords(locales, 'en')];
const read = numberReader(locales);
const now = zoned(new Date('2026-03-11T15:04:00+08:00'), 'Asia/Shanghai');

function facts(text: string): readonly string[] {
  const folded = fold(text);
  const times = timesIn(folded, grammars, read, () => now, 'zh-CN').map(({ when }) => when.text);
  const { order, phone } = numbersIn(folded, words);
  const amount = amountOf(folded, words, read, 'CNY');
  return [...times, order, phone, amount?.text].filter((one) => one !== undefined);
}

const PIECES =
  '7|1 |12-|一|十|块|上|周|上周|two |A1|+1 |(|3点|ten to |$|0-|半|a |12:|3月|20 |百|初|and |订单|花了|phone |年|，|号 号|of |几|千万|零|两|1,|9.|k|点差|第|twenty-|hundred |half |a hundred and |at 1 |(0|2026-|订单号 |order |ref: '.split(
    '|',
  );

describe('long and odd messages', () => {
  it('every fact is in the words of the message, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        for (const fact of facts(text)) expect(text).toContain(fact);
      }),
      { numRuns: 500 },
    );
  });

  it.each(PIECES)(
    'a hundred thousand characters of "%s" are read',
    (piece) => {
      expect(facts(piece.repeat(100_000 / piece.length))).toBeDefined();
    },
    5000,
  );

  it('a message of any pieces, a hundred thousand characters long, is read', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 5 }), (parts) => {
        const piece = parts.join('');
        expect(facts(piece.repeat(100_000 / piece.length))).toBeDefined();
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
