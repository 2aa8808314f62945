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
function byPart(hour: number, [from, to]: readonly [number, number]): number {
  if (hour >= from && hour < to) return hour;
  if (hour + 12 >= from && hour + 12 < to) return hour + 12;
  if (from >= 17) return hour === 12 ? 24 : hour + (hour < 6 ? 24 : 12);
  if (from === 0) return hour % 12;
  return from >= 11 && hour < 6 ? hour + 12 : hour;
}

/** An hour of a twelve-hour clock, as am, pm or the part of the day reads it. */
function hourIn(hour: number, part: readonly [number, number] | undefined, ampm: string | undefined): number {
  if (ampm !== undefined && /^[ap]/.test(ampm)) return byAmPm(hour, ampm);
  return part === undefined || hour > 12 ? hour : byPart(hour, part);
}

function clockOf(
  hourText: string | undefined,
  minutes: number,
  part: readonly [number, number] | undefined,
  ampm: string | undefined,
  read: ReadNumber,
): Clock | undefined {
  const hour = read(hourText ?? '');
  if (hour === undefined || hour > 24) return undefined;
  return { hour: hourIn(hour, part, ampm), minute: minutes };
}

/** An hour without am or pm on a known day: small hours are afternoons. */
function likely(clock: Clock, vague: boolean): Clock {
  return vague && clock.hour < 7 ? { ...clock, hour: clock.hour + 12 } : clock;
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

function minutesOf(groups: Groups, second: boolean, grammar: TimeGrammar, read: ReadNumber): number {
  if ((second ? groups.halfhour2 : groups.halfhour) !== undefined) return 30;
  if (!second && groups.quarter !== undefined) return grammar.quarters[groups.quarter] ?? 0;
  return read((second ? groups.minute2 : groups.minute) ?? '') ?? 0;
}

export function readClock(
  groups: Groups,
  date: DateStretch | undefined,
  grammar: TimeGrammar,
  read: ReadNumber,
  at: DateTime,
): Stretch | undefined {
  const part = groups.part === undefined ? date?.part : grammar.words.part[groups.part];
  const day = date?.from ?? at;
  const dated = date !== undefined;
  if (groups.hour === undefined) {
    if (part === undefined) return undefined;
    const start = day.startOf('day');
    return past({ from: start.plus({ hours: part[0] }), to: start.plus({ hours: part[1] }) }, dated, at);
  }
  const ampm = groups.ampm ?? groups.ampm2;
  const vague = part === undefined && (ampm === undefined || ampm.startsWith('o'));
  const first = clockOf(groups.hour, minutesOf(groups, false, grammar, read), part, ampm, read);
  if (first === undefined) return undefined;
  const from = put(day, likely(first, vague));
  if (groups.hour2 === undefined) return past({ from, to: from }, dated, at);
  const second = clockOf(
    groups.hour2,
    minutesOf(groups, true, grammar, read),
    part,
    groups.ampm2 ?? ampm,
    read,
  );
  return past({ from, to: second === undefined ? from : put(day, likely(second, vague)) }, dated, at);
}
