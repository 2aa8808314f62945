/** Reads the named groups of a clock pattern on the day it belongs to. */
import type { DateTime } from 'luxon';
import type { Stretch } from './calendar.ts';
import type { DateStretch } from './date.ts';
import type { ReadNumber } from './numerals.ts';
import type { TimeGrammar } from './timeWords.ts';

type Groups = Readonly<Record<string, string | undefined>>;

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

function byAmPm(hour: number, ampm: string): number {
  if (ampm.startsWith('p')) return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

/** An hour within a part of the day; at night it counts on past 24. */
function byPart(hour: number, [from, to, before]: readonly [number, number, number?]): number {
  if (before !== undefined && hour >= 10) return hour + 12;
  if (hour >= from && hour < to) return hour;
  if (hour + 12 >= from && hour + 12 < to) return hour + 12;
  if (from >= 17) return hour === 12 ? 24 : hour + (hour < 5 ? 24 : 12);
  if (from === 0) return hour % 12;
  return from >= 11 && hour < 6 ? hour + 12 : hour;
}

/** An hour of a twelve-hour clock, as am, pm or the part of the day reads it. */
function hourIn(
  hour: number,
  part: readonly [number, number, number?] | undefined,
  ampm: string | undefined,
): number {
  if (ampm !== undefined && /^[ap]/.test(ampm)) {
    const read = byAmPm(hour, ampm);
    return part !== undefined && part[0] >= 17 && read < 6 ? read + 24 : read;
  }
  return part === undefined || hour > 12 ? hour : byPart(hour, part);
}

function clockOf(
  hourText: string | undefined,
  minutes: number,
  part: readonly [number, number, number?] | undefined,
  ampm: string | undefined,
  read: ReadNumber,
): Clock | undefined {
  const hour = read(hourText ?? '');
  if (hour === undefined || hour > 24) return undefined;
  return { hour: hourIn(hour, part, ampm), minute: minutes };
}

/** An hour without am or pm on a known day: small hours are afternoons. */
function likely(clock: Clock, vague: boolean): Clock {
  return vague && clock.hour > 0 && clock.hour < 7 ? { ...clock, hour: clock.hour + 12 } : clock;
}

function put(day: DateTime, clock: Clock): DateTime {
  return day
    .startOf('day')
    .plus({ days: Math.floor(clock.hour / 24) })
    .set({ hour: clock.hour % 24, minute: 0 })
    .plus({ minutes: clock.minute });
}

/** Without a date the last such time before `at` is meant. */
function past(stretch: Stretch, dated: boolean, at: DateTime): Stretch {
  if (dated || stretch.from <= at) return stretch;
  return { from: stretch.from.minus({ days: 1 }), to: stretch.to.minus({ days: 1 }) };
}

/** Minutes before the hour are below nought. */
function minutesOf(groups: Groups, second: boolean, grammar: TimeGrammar, read: ReadNumber): number {
  if ((second ? groups.halfhour2 : groups.halfhour) !== undefined) return 30;
  if (second) return read(groups.minute2 ?? '') ?? 0;
  if (groups.quarter !== undefined) return grammar.quarters[groups.quarter] ?? 0;
  if (groups.less !== undefined) return -(read(groups.less) ?? 0);
  return read(groups.minute ?? '') ?? 0;
}

interface Day {
  readonly date: DateStretch | undefined;
  readonly at: DateTime;
  readonly part: readonly [number, number, number?] | undefined;
}

function partStretch({ date, at, part }: Day): Stretch | undefined {
  if (part === undefined) return undefined;
  const start = (date?.from ?? at).startOf('day');
  return past(
    { from: start.plus({ hours: part[0] }), to: start.plus({ hours: part[1] }) },
    date !== undefined,
    at,
  );
}

/** Of the two times of day that an hour without am or pm can be, the last one in waking hours. */
function latest(clock: Clock, { date, at }: Day): DateTime {
  const likeliest = put(date?.from ?? at, likely(clock, true));
  if (date !== undefined || clock.hour > 12) return likeliest;
  const later = put(at, { ...clock, hour: (clock.hour % 12) + 12 });
  return later <= at ? later : likeliest;
}

function midnight({ date, at }: Day): Stretch {
  const from = date === undefined ? at.startOf('day') : date.from.startOf('day').plus({ days: 1 });
  return { from, to: from };
}

function endOf(groups: Groups, day: Day, from: DateTime, grammar: TimeGrammar, read: ReadNumber): DateTime {
  const ampm = groups.ampm2 ?? groups.ampm;
  const second = clockOf(groups.hour2, minutesOf(groups, true, grammar, read), day.part, ampm, read);
  if (second === undefined) return from;
  const to = put(day.date?.from ?? day.at, likely(second, isVague(second, day, ampm)));
  return to < from ? to.plus({ hours: to.plus({ hours: 12 }) > from && second.hour < 12 ? 12 : 24 }) : to;
}

function isVague(clock: Clock, { part }: Day, ampm: string | undefined, written = ''): boolean {
  if (clock.hour > 12 || /^0/.test(written)) return false;
  return part === undefined && (ampm === undefined || ampm.startsWith('o'));
}

export function readClock(
  groups: Groups,
  date: DateStretch | undefined,
  grammar: TimeGrammar,
  read: ReadNumber,
  at: DateTime,
): Stretch | undefined {
  const day: Day = {
    date,
    at,
    part: groups.part === undefined ? date?.part : grammar.words.part[groups.part],
  };
  if (groups.midnight !== undefined) return midnight(day);
  if (groups.hour === undefined) return partStretch(day);
  const ampm = groups.ampm ?? groups.ampm2;
  const first = clockOf(groups.hour, minutesOf(groups, false, grammar, read), day.part, ampm, read);
  if (first === undefined) return undefined;
  const vague = isVague(first, day, ampm, groups.hour);
  const from =
    vague && groups.hour2 === undefined ? latest(first, day) : put(date?.from ?? at, likely(first, vague));
  const to = groups.hour2 === undefined ? from : endOf(groups, day, from, grammar, read);
  return past({ from, to }, date !== undefined, at);
}
