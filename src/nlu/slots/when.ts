/** When it happened: dates and clock times of both languages, put together and read in the past. */
import { DateTime } from 'luxon';
import type { When } from '../../domain/reading.ts';
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import type { Stretch } from './calendar.ts';
import { readClock } from './clock.ts';
import { readDate } from './date.ts';
import type { ReadNumber } from './numerals.ts';
import { rememberedZone } from './rememberedZone.ts';
import type { TimeGrammar } from './timeWords.ts';

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

function piecesOf(patterns: readonly RegExp[], text: string): Piece[] {
  const found: Piece[] = [];
  for (const pattern of patterns) {
    for (const match of matchesOf(text, pattern)) {
      const from = match.index;
      const to = from + match[0].trimEnd().length;
      if (to === from || found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ from, to, groups: match.groups ?? {}, text: match[0] });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

interface Joined {
  readonly from: number;
  readonly to: number;
  readonly date?: Piece | undefined;
  readonly time?: Piece | undefined;
}

function join(dates: readonly Piece[], times: readonly Piece[], text: string, gap: RegExp): Joined[] {
  const joined: Joined[] = dates.map((date) => {
    const time = times.find(
      (one) =>
        (one.from >= date.to && gap.test(text.slice(date.to, one.from))) ||
        (one.to <= date.from && gap.test(text.slice(one.to, date.from))),
    );
    if (time === undefined) return { from: date.from, to: date.to, date };
    return { from: Math.min(date.from, time.from), to: Math.max(date.to, time.to), date, time };
  });
  for (const time of times) {
    if (!joined.some((one) => time.from < one.to && one.from < time.to))
      joined.push({ from: time.from, to: time.to, time });
  }
  return joined;
}

/** A whole date beats a bare part of a day, that beats a bare hour; else the first. */
function worth(one: Joined): number {
  if (one.date !== undefined) return one.time === undefined ? 2 : 3;
  return one.time?.groups.part === undefined ? 0 : 1;
}

export interface WhenSpan {
  readonly when: When;
  readonly from: number;
  readonly to: number;
}

const iso = (time: DateTime): string => time.toISO({ suppressMilliseconds: true }) ?? '';

/** All times in the text, the best first. */
export function timesIn(
  folded: Folded,
  grammars: readonly TimeGrammar[],
  read: ReadNumber,
  now: () => DateTime,
): WhenSpan[] {
  const spans: (WhenSpan & { worth: number })[] = [];
  for (const grammar of grammars) {
    const dates = piecesOf(grammar.dates, folded.text);
    const times = piecesOf(grammar.times, folded.text).filter(
      (time) => !dates.some((date) => time.from < date.to && date.from < time.to),
    );
    for (const one of join(dates, times, folded.text, grammar.gap)) {
      if (one.date === undefined && grammar.vague.test(one.time?.text ?? '')) continue;
      const stretch = stretchOf(one, grammar, read, now());
      if (stretch === undefined) continue;
      const text = folded.original(one.from, one.to).trim();
      const when = { text, from: iso(stretch.from), to: iso(stretch.to) };
      spans.push({ when, from: one.from, to: one.to, worth: worth(one) });
    }
  }
  return spans.sort((a, b) => b.worth - a.worth || a.from - b.from);
}

function stretchOf(one: Joined, grammar: TimeGrammar, read: ReadNumber, at: DateTime): Stretch | undefined {
  const date = one.date === undefined ? undefined : readDate(one.date.groups, grammar.words, read, at);
  if (one.date !== undefined && date === undefined) return undefined;
  if (one.time === undefined) return date;
  return readClock(one.time.groups, date, grammar, read, at);
}

export function zoned(at: Date, timezone: string): DateTime {
  return DateTime.fromJSDate(at, { zone: rememberedZone(timezone) });
}
