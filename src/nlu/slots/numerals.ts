/** Reads numbers written in digits or in words ("一百二十八", "forty-five"); the words come from numbers.json. */
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
  /** The last scale seen, 0 before any. */
  readonly scale: number;
  readonly zero: boolean;
}

function scaled(sum: Sum, scale: number): Sum {
  const { total, digit } = sum;
  const grown = scale > 1000 ? (total + (digit ?? 0)) * scale : total + (digit ?? 1) * scale;
  return { total: grown, digit: undefined, scale, zero: false };
}

function added(sum: Sum, value: number): Sum {
  if (value === 0) return { ...sum, zero: true };
  const joined = sum.scale === 0 && sum.digit !== undefined ? sum.digit * 10 + value : value;
  return { ...sum, digit: joined };
}

/** "一千二" is 1,200: a digit at the end counts a tenth of the scale before it, unless a zero stands between. */
function compose(text: string, words: NumberWords): number | undefined {
  let sum: Sum = { total: 0, digit: undefined, scale: 0, zero: false };
  for (const char of text) {
    const scale = words.scales[char];
    const value = words.digits[char];
    if (scale === undefined && value === undefined) return undefined;
    sum = scale === undefined ? added(sum, value ?? 0) : scaled(sum, scale);
  }
  if (sum.digit === undefined) return sum.total;
  return sum.total + sum.digit * (sum.scale > 10 && !sum.zero ? sum.scale / 10 : 1);
}

/** A row of plain digits, "二零二五". */
function spelled(text: string, words: NumberWords): number | undefined {
  if (text.length < 3 || [...text].some((char) => words.digits[char] === undefined)) return undefined;
  return Number([...text].map((char) => words.digits[char]).join(''));
}

export function numberReader(localesDir: string): ReadNumber {
  const all = ['zh-CN', 'en'].map((lang) => readWords(localesDir, lang));
  return (text) => {
    const plain = text.trim().replaceAll(',', '');
    if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
    for (const words of all) {
      if (plain === words.half) return 0.5;
      const whole = words.digits[plain] ?? spelled(plain, words) ?? compose(plain, words);
      if (whole !== undefined && plain !== '') return whole;
    }
    return undefined;
  };
}
