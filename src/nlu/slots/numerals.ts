/** Reads numbers written in digits or in words ("一百二十八", "3千5", "a hundred and twenty"); the words come from numbers.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface NumberWords {
  readonly digits: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly half: string;
}

export type ReadNumber = (text: string) => number | undefined;

function readWords(localesDir: string, lang: string): NumberWords {
  return JSON.parse(readFileSync(join(localesDir, lang, 'lexicon/numbers.json'), 'utf8')) as NumberWords;
}

interface Sum {
  readonly total: number;
  readonly digit: number | undefined;
  /** The lower of two digits side by side: before a scale they are a guess ("三四百"). */
  readonly lower?: number | undefined;
  /** The last scale seen, 0 before any. */
  readonly scale: number;
  readonly zero: boolean;
}

const NOTHING: Sum = { total: 0, digit: undefined, scale: 0, zero: false };
/** A longer numeral is no number that a customer means. */
const LONGEST = 60;

function scaled(sum: Sum, scale: number): Sum {
  const { total } = sum;
  const digit = sum.lower ?? sum.digit;
  const grown = scale > 1000 ? (total + (digit ?? 0)) * scale : total + (digit ?? 1) * scale;
  return { total: grown, digit: undefined, scale, zero: false };
}

function added(sum: Sum, value: number): Sum {
  if (value === 0) return { ...sum, zero: true };
  const { digit, scale } = sum;
  if (digit === undefined) return { ...sum, digit: value };
  return scale > 0 ? sum : { ...sum, digit: digit * 10 + value, lower: sum.lower ?? digit };
}

const CHINESE = /\d+(?:\.\d+)?|\D/gu;

/** "一千二" is 1,200: a digit at the end counts a tenth of the scale before it, unless a zero stands between. */
function compose(text: string, words: NumberWords): number | undefined {
  let sum = NOTHING;
  for (const [token] of text.matchAll(CHINESE)) {
    const scale = words.scales[token];
    const value = words.digits[token] ?? (/^\d/.test(token) ? Number(token) : undefined);
    if (scale === undefined && value === undefined) return undefined;
    sum = scale === undefined ? added(sum, value ?? 0) : scaled(sum, scale);
  }
  if (sum.digit === undefined) return sum.total;
  const tail = sum.scale > 10 && !sum.zero && sum.digit < 10;
  return Math.round((sum.total + sum.digit * (tail ? sum.scale / 10 : 1)) * 100) / 100;
}

/** "a hundred and twenty", "two thousand five hundred". */
function composeWords(text: string, words: NumberWords): number | undefined {
  let [total, group] = [0, 0];
  for (const token of text.split(/[ -]+/).filter((word) => !/^(?:and|an?)$/.test(word))) {
    const scale = words.scales[token];
    if (scale === undefined) {
      const value = words.digits[token] ?? Number(token);
      if (!Number.isFinite(value)) return undefined;
      group += value;
    } else if (scale < 1000) group = (group || 1) * scale;
    else [total, group] = [total + (group || 1) * scale, 0];
  }
  return total + group;
}

/** A row of plain digits, "二零二五". */
function spelled(text: string, words: NumberWords): number | undefined {
  if (text.length < 3 || [...text].some((char) => words.digits[char] === undefined)) return undefined;
  return Number([...text].map((char) => words.digits[char]).join(''));
}

export function numberReader(localesDir: string): ReadNumber {
  const [zh, en] = ['zh-CN', 'en'].map((lang) => readWords(localesDir, lang)) as [NumberWords, NumberWords];
  return (text) => {
    const plain = text.trim().replaceAll(',', '');
    if (plain === '' || plain.length > LONGEST) return undefined;
    if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
    if (plain === zh.half || plain === en.half) return 0.5;
    if (/[a-z]{2}|^a$/.test(plain)) return en.digits[plain] ?? composeWords(plain, en);
    return zh.digits[plain] ?? spelled(plain, zh) ?? compose(plain, zh);
  };
}
