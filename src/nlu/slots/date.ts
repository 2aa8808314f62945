/** Reads the named groups of a date pattern. */
import { DateTime } from 'luxon';
import type { Stretch } from './calendar.ts';
import { dayOfMonth, holidayStretch, partOfMonth, period, weekday, wholeDay } from './calendar.ts';
import { lunarCode } from './lunar.ts';
import type { ReadNumber } from './numerals.ts';
import type { TimeWords } from './timeWords.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** A stretch of days, or of hours where the word itself says so ("last night"). */
export interface DateStretch extends Stretch {
  /** The part of the day that the word implies, as hours. */
  readonly part?: readonly [number, number];
}

interface Reading {
  readonly groups: Groups;
  readonly words: TimeWords;
  readonly read: ReadNumber;
  readonly at: DateTime;
}

const MINUTES: Readonly<Record<string, number>> = { minutes: 1, quarters: 15, hours: 60 };
/** Half of these, in days; half a year is six months. */
const HALVES: Readonly<Record<string, number>> = { days: 0, weeks: 3, fortnights: 7, months: 15 };

function ago({ groups, words, read, at }: Reading): Stretch | undefined {
  const unit = words.unit[groups.unit ?? ''];
  if (unit === undefined) return undefined;
  const whole = groups.halved === undefined ? (read(groups.count ?? '') ?? 1) : 0.5;
  const count = whole + (groups.half === undefined && groups.halfafter === undefined ? 0 : 0.5);
  const minutes = MINUTES[unit];
  if (minutes !== undefined) {
    const then = at.minus({ minutes: Math.round(count * minutes) }).startOf('minute');
    return { from: then, to: then };
  }
  const full = Math.floor(count);
  const back = unit === 'fortnights' ? at.minus({ weeks: full * 2 }) : at.minus({ [unit]: full });
  if (full === count) return wholeDay(back);
  return wholeDay(unit === 'years' ? back.minus({ months: 6 }) : back.minus({ days: HALVES[unit] ?? 0 }));
}

/** "26" is 2026, "115" and what is of the Republic count from 1911. */
function yearOf({ groups, words, read, at }: Reading): number | undefined {
  if (groups.year === undefined) {
    const back = words.yearref[groups.yearref ?? ''];
    return back === undefined ? undefined : at.year + back;
  }
  const year = read(groups.year) ?? 0;
  if (groups.roc !== undefined || (year >= 100 && year < 200)) return year + 1911;
  return year < 100 ? year + 2000 : year;
}

/** A day or a month; without a year the last one that is not in the future. */
function dated(
  month: number,
  dom: number | undefined,
  year: number | undefined,
  at: DateTime,
): Stretch | undefined {
  const day = DateTime.fromObject({ year: year ?? at.year, month, day: dom ?? 1 }, { zone: at.zone });
  if (!day.isValid) return undefined;
  const past = year === undefined && day > at ? day.minus({ years: 1 }) : day;
  return dom === undefined ? { from: past, to: past.plus({ months: 1 }) } : wholeDay(past);
}

function calendarDay(reading: Reading): Stretch | undefined {
  const { groups, words, read, at } = reading;
  const month = words.month?.[groups.month ?? ''] ?? read(groups.month ?? '');
  if (month === undefined) return undefined;
  const dom = groups.dom === undefined ? undefined : read(groups.dom);
  const found = dated(month, dom, yearOf(reading), at);
  const part = words.monthpart[groups.monthpart ?? ''];
  if (found === undefined) return undefined;
  if (groups.dom2 !== undefined)
    return { ...found, to: found.from.set({ day: read(groups.dom2) ?? 1 }).plus({ days: 1 }) };
  return part === undefined ? found : partOfMonth(found.from, part);
}

/** "05/03/2026": the day first, unless only the other way round it is a day and not in the future. */
function slashed(reading: Reading): Stretch | undefined {
  const { groups, at } = reading;
  const [a, b, year] = [Number(groups.a), Number(groups.b), yearOf(reading)];
  const dayFirst = dated(b, a, year, at);
  if (dayFirst !== undefined && dayFirst.from <= at) return dayFirst;
  return dated(a, b, year, at) ?? dayFirst;
}

function dayInPeriod({ groups, words, read, at }: Reading): Stretch | undefined {
  const [unit, count] = words.period[groups.period ?? ''] ?? ['months', 0];
  const stretch = period(unit, count, at);
  const part = words.monthpart[groups.monthpart ?? ''];
  if (part !== undefined) return partOfMonth(stretch.from, part);
  if (groups.dom === undefined) return stretch;
  const dom = read(groups.dom);
  return dom === undefined ? undefined : wholeDay(stretch.from.set({ day: dom }));
}

function namedDay({ groups, words, at }: Reading): DateStretch | undefined {
  const [offset = 0, from, to] = words.day[groups.day ?? ''] ?? [];
  const day = at.plus({ days: offset }).startOf('day');
  if (from === undefined || to === undefined) return wholeDay(day);
  return { from: day.plus({ hours: from }), to: day.plus({ hours: to }), part: [from, to] };
}

function season({ groups, words, at }: Reading): Stretch | undefined {
  const month = words.season[groups.season ?? ''] ?? 1;
  const year = at.year + (words.yearref[groups.yearref ?? ''] ?? 0);
  const from = DateTime.fromObject({ year, month }, { zone: at.zone });
  return { from, to: from.plus({ months: 3 }) };
}

/** The first, the middle or the last month of a year. */
function partOfYear({ groups, words, at }: Reading): Stretch {
  const year = at.year + (words.yearref[groups.yearref ?? ''] ?? 0);
  const month = words.yearpart[groups.yearpart ?? ''] ?? 1;
  const from = DateTime.fromObject({ year, month }, { zone: at.zone });
  const past = groups.yearref === undefined && from > at ? from.minus({ years: 1 }) : from;
  return { from: past, to: past.plus({ months: 1 }) };
}

function onHoliday({ groups, words, read, at }: Reading): Stretch | undefined {
  const code = words.holiday[groups.holiday ?? ''];
  if (code === undefined) return undefined;
  const found = holidayStretch(code, at, words.yearref[groups.yearref ?? ''], groups.long !== undefined);
  if (found === undefined) return undefined;
  if (groups.eve !== undefined) return wholeDay(found.from.plus({ days: groups.eve === 'after' ? 1 : -1 }));
  const nth = read(groups.nth ?? '');
  return nth === undefined ? found : wholeDay(found.from.plus({ days: nth - 1 }));
}

/** "Two Saturdays ago", "the Sunday before last", "a week last Tuesday": so many weeks before the last one. */
function onWeekday({ groups, words, read, at }: Reading): Stretch | undefined {
  const week = groups.week ?? groups.weekafter;
  const back = groups.earlier === undefined ? (read(groups.nth ?? '') ?? 1) - 1 : 1;
  const from = at.minus({ weeks: back });
  return weekday(words.weekday[groups.weekday ?? ''] ?? 1, from, words.week[week ?? '']);
}

function recently({ groups, words, at }: Reading): Stretch {
  const [from = 0, to = 0] = words.recent[groups.recent ?? ''] ?? [];
  const day = at.startOf('day');
  return { from: day.plus({ days: from }), to: day.plus({ days: to }) };
}

const rightNow = ({ at }: Reading): Stretch => ({ from: at.startOf('minute'), to: at.startOf('minute') });

function onDay({ groups, read, at }: Reading): Stretch | undefined {
  const found = dayOfMonth(read(groups.dom ?? '') ?? 0, at);
  return found === undefined ? undefined : wholeDay(found);
}

/** Without a month the first one is meant, that of the Spring Festival. */
function onLunarDay({ groups, words, read, at }: Reading): Stretch | undefined {
  const code = lunarCode(groups.lunarmonth ?? '正', groups.lunar ?? '', read);
  return holidayStretch(code, at, words.yearref[groups.yearref ?? ''], false);
}

/** Which group of a pattern says how the others are read; the first that is there. */
const READERS: readonly [string, (reading: Reading) => DateStretch | undefined][] = [
  ['unit', ago],
  ['a', slashed],
  ['month', calendarDay],
  ['weekday', onWeekday],
  ['holiday', onHoliday],
  ['lunar', onLunarDay],
  ['season', season],
  ['yearpart', partOfYear],
  ['period', dayInPeriod],
  ['monthpart', dayInPeriod],
  ['recent', recently],
  ['now', rightNow],
  ['day', namedDay],
  ['dom', onDay],
];

export function readDate(
  groups: Groups,
  words: TimeWords,
  read: ReadNumber,
  at: DateTime,
): DateStretch | undefined {
  const reader = READERS.find(([name]) => groups[name] !== undefined)?.[1];
  return reader?.({ groups, words, read, at });
}
