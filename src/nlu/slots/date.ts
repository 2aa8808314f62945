/** Reads the named groups of a date pattern. */
import { DateTime } from 'luxon';
import type { Stretch } from './calendar.ts';
import { dayOfMonth, holiday, period, weekday, wholeDay } from './calendar.ts';
import type { ReadNumber } from './numerals.ts';
import type { TimeWords } from './timeWords.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** A stretch of days, or of hours where the word itself says so ("last night"). */
export interface DateStretch extends Stretch {
  /** The part of the day that the word implies, as hours. */
  readonly part?: readonly [number, number];
}

const SHORT_UNITS = new Set(['minutes', 'hours']);

function ago(groups: Groups, words: TimeWords, read: ReadNumber, at: DateTime): Stretch | undefined {
  const unit = words.unit[groups.unit ?? ''];
  if (unit === undefined) return undefined;
  const count =
    (groups.halved === undefined ? (read(groups.count ?? '') ?? 1) : 0.5) +
    (groups.half === undefined ? 0 : 0.5);
  if (SHORT_UNITS.has(unit)) {
    const then = at.minus({ [unit]: count }).startOf('minute');
    return { from: then, to: then };
  }
  if (unit === 'fortnights') return wholeDay(at.minus({ days: count * 14 }));
  if (count % 1 === 0) return wholeDay(at.minus({ [unit]: count }));
  const days = { days: 1, weeks: 7, months: 30, years: 365 }[unit] ?? 1;
  return wholeDay(at.minus({ days: Math.round(count * days) }));
}

function calendarDay(groups: Groups, words: TimeWords, read: ReadNumber, at: DateTime): Stretch | undefined {
  const month = words.month?.[groups.month ?? ''] ?? read(groups.month ?? '');
  if (month === undefined) return undefined;
  const back = words.yearref[groups.yearref ?? ''];
  const dom = groups.dom === undefined ? undefined : read(groups.dom);
  const year = groups.year === undefined ? at.year + (back ?? 0) : Number(groups.year);
  const day = DateTime.fromObject({ year, month, day: dom ?? 1 }, { zone: at.zone });
  if (!day.isValid) return undefined;
  const past = groups.year === undefined && back === undefined && day > at ? day.minus({ years: 1 }) : day;
  return dom === undefined ? { from: past, to: past.plus({ months: 1 }) } : wholeDay(past);
}

function dayInPeriod(groups: Groups, words: TimeWords, read: ReadNumber, at: DateTime): Stretch | undefined {
  const [unit, count] = words.period[groups.period ?? ''] ?? ['months', 0];
  const stretch = period(unit, count, at);
  if (groups.dom === undefined) return stretch;
  const dom = read(groups.dom);
  return dom === undefined ? undefined : wholeDay(stretch.from.set({ day: dom }));
}

function namedDay(groups: Groups, words: TimeWords, at: DateTime): DateStretch | undefined {
  const [offset = 0, from, to] = words.day[groups.day ?? ''] ?? [];
  const day = at.plus({ days: offset }).startOf('day');
  if (from === undefined || to === undefined) return wholeDay(day);
  return { from: day.plus({ hours: from }), to: day.plus({ hours: to }), part: [from, to] };
}

function dayOf(found: DateTime | undefined): Stretch | undefined {
  return found === undefined ? undefined : wholeDay(found);
}

export function readDate(
  groups: Groups,
  words: TimeWords,
  read: ReadNumber,
  at: DateTime,
): DateStretch | undefined {
  if (groups.unit !== undefined) return ago(groups, words, read, at);
  if (groups.month !== undefined) return calendarDay(groups, words, read, at);
  if (groups.weekday !== undefined)
    return weekday(words.weekday[groups.weekday] ?? 1, at, words.week[groups.week ?? '']);
  if (groups.holiday !== undefined) {
    return dayOf(holiday(words.holiday[groups.holiday] ?? '', at, words.yearref[groups.yearref ?? '']));
  }
  if (groups.period !== undefined) return dayInPeriod(groups, words, read, at);
  if (groups.day !== undefined) return namedDay(groups, words, at);
  return groups.dom === undefined ? undefined : dayOf(dayOfMonth(read(groups.dom) ?? 0, at));
}
