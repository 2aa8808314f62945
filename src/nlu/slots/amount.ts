/** The money that the complaint is about: of several amounts the one that was wrongly taken or kept. */
import type { Amount } from '../../domain/reading.ts';
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import { isBareMoney, isPiece } from './bareMoney.ts';
import type { ReadNumber } from './numerals.ts';
import type { SlotWords } from './slotWords.ts';

type Groups = Readonly<Record<string, string | undefined>>;

interface Found extends Amount {
  readonly from: number;
  readonly worth: number;
}

interface Reader {
  readonly folded: Folded;
  readonly words: readonly SlotWords[];
  readonly read: ReadNumber;
  readonly home: string;
}

const SCALES: Readonly<Record<string, number>> = { k: 1000, grand: 1000, 万: 10_000, 千: 1000, 百: 100 };
/** "9,99" is written with a comma for the point. */
const COMMA = /^\d{1,3},\d{2}$/;
/** More amounts than this are a list, not a complaint. */
const MOST = 50;
/** How much of the sentence around an amount tells what it was. */
const AROUND = 14;
const CLAUSE_BEFORE = /.*(?:[，。！？；;!?]|[,.](?!\d))/s;
const CLAUSE_AFTER = /(?:[，。！？；;!?]|[,.](?!\d)).*/s;
/** Below this the words around it say that it is no money at all. */
const NO_MONEY = -50;

/** A tenth for 毛 and 角, a hundredth for cents and pence. */
function small(unit: string): number {
  return /^[a-z]/.test(unit) ? 100 : 10;
}

function moneyValue(groups: Groups, words: SlotWords, read: ReadNumber): number {
  const { number = '', unit } = groups;
  const whole = words.notes[number] ?? read(COMMA.test(number) ? number.replace(',', '.') : number) ?? 0;
  if (unit !== undefined && words.cents.includes(unit)) return whole / small(unit);
  const tenths = (read(groups.tenths ?? '') ?? 0) / 10;
  const hundredths = (read(groups.cents ?? groups.hundredths ?? '') ?? 0) / 100;
  const value = whole * (SCALES[groups.scale ?? ''] ?? 1) + tenths + hundredths;
  return Math.round(value * 100) / 100;
}

/** The words of the same clause just before and after tell what the money was. */
function worthOf(text: string, from: number, to: number, words: readonly SlotWords[]): number {
  const before = text.slice(Math.max(0, from - 2 * AROUND), from).replace(CLAUSE_BEFORE, '');
  const after = text.slice(to, to + AROUND).replace(CLAUSE_AFTER, '');
  let worth = 0;
  for (const { weighs } of words) {
    for (const { before: left, after: right, worth: counts } of weighs) {
      if (left?.test(before) || right?.test(after)) worth += counts;
    }
  }
  return worth;
}

/** A bare $ is the shop's own where the shop's money is written so. */
function currencyOf(groups: Groups, own: SlotWords, home: string): string {
  if (groups.unit === '$' && home === 'TWD') return home;
  return own.currency[groups.unit ?? groups.number ?? ''] ?? home;
}

/** Nothing where the words beside it make it something else than money. */
function moneyOf(reader: Reader, match: RegExpExecArray, own: SlotWords, bare: boolean): Found | undefined {
  const { folded, words, read, home } = reader;
  const groups = match.groups ?? {};
  const named = groups.unit !== undefined;
  const from = (named ? undefined : match.indices?.groups?.number?.[0]) ?? match.index;
  const to = match.index + match[0].length;
  const place = { text: folded.text, from, to };
  if (bare && !isBareMoney(place, groups.loose !== undefined, own)) return undefined;
  if (
    groups.unit === '块' &&
    groups.tenths === undefined &&
    isPiece(place, read(groups.number ?? '') ?? 0, own)
  )
    return undefined;
  return {
    text: folded.original(from, to).trim(),
    value: moneyValue(groups, own, read),
    currency: currencyOf(groups, own, home),
    from,
    worth: worthOf(folded.text, from, to, words) + (named ? 0.5 : 0),
  };
}

/** Without one of these a text names no number at all. */
const NUMBER = /[\d一二两三四五六七八九十百千万]|[a-z]{3}/;

/** `home` is the currency of an amount that names none. */
export function amountOf(
  folded: Folded,
  words: readonly SlotWords[],
  read: ReadNumber,
  home: string,
): Amount | undefined {
  if (!NUMBER.test(folded.text)) return undefined;
  const reader: Reader = { folded, words, read, home };
  const found = (own: SlotWords, patterns: readonly RegExp[], bare: boolean): (Found | undefined)[] =>
    patterns.flatMap((pattern) =>
      matchesOf(folded.text, pattern)
        .slice(0, MOST)
        .map((match) => moneyOf(reader, match, own, bare)),
    );
  const [best] = words
    .flatMap((own) => [...found(own, own.moneys, false), ...found(own, own.bareMoneys, true)])
    .filter((one) => one !== undefined)
    .filter(({ value, worth }) => value > 0 && worth > NO_MONEY)
    .sort((a, b) => b.worth - a.worth || a.from - b.from);
  return best === undefined ? undefined : { text: best.text, value: best.value, currency: best.currency };
}
