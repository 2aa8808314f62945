/** When it happened: dates and clock times of both languages, put together and read in the past. */
import { DateTime } from 'luxon';
import type { When } from '../../domain/reading.ts';
import type { Folded } from '../normalise.ts';
import type { Stretch } from './calendar.ts';
import { readClock } from './clock.ts';
import { readDate } from './date.ts';
import type { ReadNumber } from './numerals.ts';
import { rememberedZone } from './rememberedZone.ts';
import type { Joined } from './timePieces.ts';
import { join, piecesOf } from './timePieces.ts';
import type { TimeGrammar, TimeWords } from './timeWords.ts';

export interface WhenSpan {
  readonly when: When;
  readonly from: number;
  readonly to: number;
}

interface Found extends Joined {
  readonly stretch: Stretch;
  readonly worth: number;
}

interface Reader {
  readonly grammar: TimeGrammar;
  readonly words: TimeWords;
  readonly text: string;
  readonly read: ReadNumber;
  readonly at: DateTime;
}

/** How much of the sentence beside a time tells whether it is the event's. */
const BESIDE = 30;
const iso = (time: DateTime): string => time.toISO({ suppressMilliseconds: true }) ?? '';

/** A whole date beats a bare part of a day, that beats a bare hour; "just now" is often only said along. */
function worthOf(one: Joined, promised: boolean): number {
  const least = promised ? -4 : 0;
  if (one.date !== undefined)
    return least + (one.date.groups.now !== undefined ? 0.5 : one.time === undefined ? 2 : 3);
  return least + (one.time?.groups.part === undefined ? 0 : 1);
}

function dropped({ grammar, text }: Reader, one: Joined, before: string): boolean {
  const after = text.slice(one.to, one.to + BESIDE);
  if (grammar.notBefore.test(before) || grammar.notAfter.test(after)) return true;
  if (one.date !== undefined) return false;
  if (grammar.undatedBefore.test(before) || grammar.undatedAfter.test(after)) return true;
  return grammar.vague.test(text.slice(one.from, one.to)) && !grammar.vagueAfter.test(after);
}

function stretchOf({ grammar, words, read, at }: Reader, one: Joined, day?: Stretch): Stretch | undefined {
  const date = one.date === undefined ? day : readDate(one.date.groups, words, read, at);
  if (one.date !== undefined && date === undefined) return undefined;
  if (one.time === undefined) return date;
  return readClock(one.time.groups, date, grammar, read, at);
}

/** The end of "3月1号到3号", "昨晚十一点到今天一点": what it does not say itself it has from the beginning. */
function endOf(reader: Reader, first: Found, second: Joined): Stretch | undefined {
  const { dom, ...rest } = second.date?.groups ?? {};
  const bare = dom !== undefined && Object.values(rest).every((value) => value === undefined);
  if (bare && first.date?.groups.dom !== undefined) {
    const day = first.stretch.from.startOf('month').set({ day: reader.read(dom) ?? 1 });
    if (day > first.stretch.from) return { from: day, to: day.plus({ days: 1 }) };
  }
  return stretchOf(reader, second, second.date === undefined ? first.stretch : undefined);
}

function ranged(reader: Reader, first: Found, second: Joined): Found | undefined {
  const end = endOf(reader, first, second);
  if (end === undefined) return undefined;
  const { text, grammar } = reader;
  const prefix = grammar.between.exec(text.slice(Math.max(0, first.from - 8), first.from))?.[0].length ?? 0;
  const day = first.date === undefined && second.date !== undefined ? end : undefined;
  const begun = (day && stretchOf(reader, first, day)) ?? first.stretch;
  const from = begun.from.minus({ days: end.from < begun.from ? 7 : 0 });
  if (end.to < from) return undefined;
  return { ...first, from: first.from - prefix, to: second.to, stretch: { from, to: end.to } };
}

function foundIn(reader: Reader): Found[] {
  const { grammar, text, at } = reader;
  const tomorrow = at.startOf('day').plus({ days: 1 });
  const found: Found[] = [];
  let [last, end]: [Found | undefined, number] = [undefined, -1];
  for (const one of join(piecesOf(grammar.dates, text), piecesOf(grammar.times, text), text, grammar.gap)) {
    const range = end >= 0 && grammar.range.test(text.slice(end, one.from));
    end = one.to;
    const whole: Found | undefined = last !== undefined && range ? ranged(reader, last, one) : undefined;
    if (whole !== undefined) found[found.length - 1] = whole;
    const unread: boolean = whole !== undefined || (range && last === undefined);
    last = unread ? undefined : told(reader, one);
    if (last !== undefined && last.stretch.from < tomorrow) found.push(last);
    else last = undefined;
  }
  return found;
}

/** A time of an event, with how likely it is the one that matters. */
function told(reader: Reader, one: Joined): Found | undefined {
  const before = reader.text.slice(Math.max(0, one.from - BESIDE), one.from);
  const stretch = dropped(reader, one, before) ? undefined : stretchOf(reader, one);
  if (stretch === undefined) return undefined;
  const lead = reader.grammar.lead.exec(reader.text.slice(one.from, one.to))?.[0].length ?? 0;
  const worth = worthOf(one, reader.grammar.weakBefore.test(before));
  return { ...one, from: one.from + lead, stretch, worth };
}

const CHINESE = /[\u4e00-\u9fff]/;
const ENGLISH = /[a-z]{2}/;

/** The grammars that can have anything to say: numbers alone are read in the language of the talk. */
function fitting(text: string, grammars: readonly TimeGrammar[], lang: string): readonly TimeGrammar[] {
  const chinese = CHINESE.test(text);
  const [zh, en] = grammars;
  if (zh === undefined || en === undefined) return grammars;
  if (chinese) return ENGLISH.test(text) ? [zh, en] : [zh];
  if (ENGLISH.test(text) || lang === 'en') return [en];
  return /\d/.test(text) ? [zh] : [];
}

/** All times in the text, the best first. */
export function timesIn(
  folded: Folded,
  grammars: readonly TimeGrammar[],
  read: ReadNumber,
  now: () => DateTime,
  lang: string,
): WhenSpan[] {
  const { text } = folded;
  const taiwan = lang === 'zh-TW';
  return fitting(text, grammars, lang)
    .flatMap((grammar) =>
      foundIn({ grammar, words: taiwan ? grammar.taiwanese : grammar.words, text, read, at: now() }),
    )
    .sort((a, b) => b.worth - a.worth || a.from - b.from)
    .map(({ from, to, stretch }) => ({
      when: { text: folded.original(from, to).trim(), from: iso(stretch.from), to: iso(stretch.to) },
      from,
      to,
    }));
}

export function zoned(at: Date, timezone: string): DateTime {
  return DateTime.fromJSDate(at, { zone: rememberedZone(timezone) });
}
