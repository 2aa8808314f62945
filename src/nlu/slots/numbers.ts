/** Slots made of digits: phone, order number, amount of money. */
import type { Amount } from '../../domain/reading.ts';
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import type { ReadNumber } from './numerals.ts';
import type { SlotWords } from './slotWords.ts';

const PHONE =
  /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\d-])(?:\+886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)|(?<![\d-])0\d{1,3}[- ]\d{3,4}[- ]?\d{4}(?!\d)|(?<!\w)\+\d{1,3}[- ]?\d[\d -]{6,12}\d(?!\d)|(?<![\w-])400[- ]?\d{3}[- ]?\d{4}(?!\d)|(?<![\w$-])\(?\d{3}\)?[- ]\d{3}[- ]\d{4}(?!\d)|(?<![\w-])07\d{3} ?\d{6}(?!\d)/;
/** Numbers that name themselves: a courier's SF…, a code of letters and digits. */
const CODE =
  /(?<![a-z\d-])(?=[a-z-]*\d[a-z-]*\d[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d]{2,}(?:-[a-z\d]+)*(?![a-z\d-])/g;

export function phoneOf(folded: Folded): string | undefined {
  const match = PHONE.exec(folded.text);
  return match === null ? undefined : folded.original(match.index, match.index + match[0].length);
}

export function orderOf(
  folded: Folded,
  words: readonly SlotWords[],
  phone: string | undefined,
): string | undefined {
  for (const { orders } of words) {
    for (const pattern of orders) {
      for (const match of matchesOf(folded.text, pattern)) {
        const [from, to] = match.indices?.groups?.order ?? [0, 0];
        const number = folded.original(from, to);
        if (to > from && number !== phone) return number;
      }
    }
  }
  for (const match of matchesOf(folded.text, CODE)) {
    if (match[0].length >= 6) return folded.original(match.index, match.index + match[0].length);
  }
  return undefined;
}

interface Parts {
  readonly unit: string | undefined;
  readonly value: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

const SCALES: Readonly<Record<string, number>> = { k: 1000, 万: 10_000 };

/** A tenth for 毛 and 角, a hundredth for cents and pence. */
function small(unit: string): number {
  return /^[a-z]/.test(unit) ? 100 : 10;
}

function partsOf(groups: Groups, words: SlotWords, read: ReadNumber): Parts | undefined {
  const whole = read(groups.number ?? '');
  if (whole === undefined) return undefined;
  const { unit } = groups;
  if (unit !== undefined && words.cents.includes(unit)) return { unit, value: whole / small(unit) };
  const tenths = (read(groups.tenths ?? '') ?? 0) / 10;
  const hundredths = (read(groups.cents ?? groups.hundredths ?? '') ?? 0) / 100;
  const value = whole * (SCALES[groups.scale ?? ''] ?? 1) + tenths + hundredths;
  return { unit, value: Math.round(value * 100) / 100 };
}

function moneyIn(
  folded: Folded,
  pattern: RegExp,
  words: SlotWords,
  read: ReadNumber,
  home: string,
): Amount | undefined {
  for (const match of matchesOf(folded.text, pattern)) {
    const parts = partsOf(match.groups ?? {}, words, read);
    if (parts === undefined) continue;
    const from = match.groups?.unit === undefined ? match.indices?.groups?.number?.[0] : match.index;
    const text = folded.original(from ?? match.index, match.index + match[0].length).trim();
    return { text, value: parts.value, currency: words.currency[parts.unit ?? ''] ?? home };
  }
  return undefined;
}

/** `home` is the currency of an amount that names none. */
export function amountOf(
  folded: Folded,
  words: readonly SlotWords[],
  read: ReadNumber,
  home: string,
): Amount | undefined {
  for (const one of words) {
    for (const pattern of one.moneys) {
      const amount = moneyIn(folded, pattern, one, read, home);
      if (amount !== undefined) return amount;
    }
  }
  return undefined;
}
