/** Days that a word or a code stands for, read in the past as seen from `at`. */
import type { DateTime } from 'luxon';
import { lunar } from './lunar.ts';
import { isSolarTerm } from './solarTerms.ts';

/** A stretch of time; an instant has `from` equal to `to`. */
export interface Stretch {
  readonly from: DateTime;
  readonly to: DateTime;
}

export function wholeDay(day: DateTime): Stretch {
  const from = day.startOf('day');
  return { from, to: from.plus({ days: 1 }) };
}

/** Walks back from `at`, at most a little over a year. */
function lastDay(at: DateTime, fits: (day: DateTime) => boolean): DateTime | undefined {
  let day = at.startOf('day');
  for (let i = 0; i < 400; i += 1) {
    if (fits(day)) return day;
    day = day.minus({ days: 1 });
  }
  return undefined;
}

function easter(year: number): { month: number; day: number } {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { month: Math.floor(f / 31), day: (f % 31) + 1 };
}

function isNth(day: DateTime, month: number, nth: number, weekday: number): boolean {
  return day.month === month && day.weekday === weekday && Math.ceil(day.day / 7) === nth;
}

function testOf(code: string): (day: DateTime) => boolean {
  if (code === 'L-eve') return (day) => lunar(day.plus({ days: 1 })) === '1-1';
  if (code.startsWith('L')) return (day) => lunar(day) === code.slice(1);
  if (code.startsWith('S')) {
    return ({ year, month, day }) => isSolarTerm(year, month, day, Number(code.slice(1)));
  }
  if (code === 'B11') return (day) => isNth(day.minus({ days: 1 }), 11, 4, 4);
  if (code.startsWith('E')) {
    return (day) => {
      const sunday = day.minus({ days: Number(code.slice(1)) });
      const { month, day: of } = easter(day.year);
      return sunday.month === month && sunday.day === of;
    };
  }
  if (code.startsWith('W')) {
    const [month = 0, nth = 0, weekday = 0] = code.slice(1).split('-').map(Number);
    return (day) => isNth(day, month, nth, weekday);
  }
  const [month, of] = code.split('-').map(Number);
  return (day) => day.month === month && day.day === of;
}

const REMEMBERED = 2000;
const holidays = new Map<string, DateTime | undefined>();

/** A holiday by its code: month-day, L lunar, S degrees of the sun, W month-nth-weekday, E days from Easter, B11 Black Friday. */
export function holiday(code: string, at: DateTime, years: number | undefined): DateTime | undefined {
  const key = `${code} ${years} ${at.toISODate()} ${at.zoneName}`;
  if (holidays.has(key)) return holidays.get(key);
  if (holidays.size >= REMEMBERED) holidays.clear();
  const found = holidayOf(code, at, years);
  holidays.set(key, found);
  return found;
}

function holidayOf(code: string, at: DateTime, years: number | undefined): DateTime | undefined {
  const from = years === undefined ? at : at.plus({ years }).endOf('year');
  return lastDay(from > at && years !== undefined && years >= 0 ? at : from, testOf(code));
}

/** How many days off work a holiday brings. */
const LONG: Readonly<Record<string, number>> = { '10-1': 7, 'L1-1': 7, '5-1': 5 };

/** The day of a holiday, the days off that it brings, or the days beside it that the code names ("L1-1@-30,0"). */
export function holidayStretch(
  code: string,
  at: DateTime,
  years: number | undefined,
  long: boolean,
): Stretch | undefined {
  const [named = '', days] = code.split('@');
  const day = holiday(named, at, years);
  if (day === undefined) return undefined;
  if (days === undefined && !long) return wholeDay(day);
  const [from = 0, to = 1] = days?.split(',').map(Number) ?? [0, LONG[named] ?? 3];
  return { from: day.plus({ days: from }), to: day.plus({ days: to }) };
}

/** From one day of the month to another, both in it; the last day of a long month is always the end. */
export function partOfMonth(month: DateTime, [first, last]: readonly [number, number]): Stretch {
  const start = month.startOf('month');
  const to = last >= 31 ? start.plus({ months: 1 }) : start.plus({ days: last });
  return { from: start.plus({ days: first - 1 }), to };
}

/** The last such day of the month that is not in the future. */
export function dayOfMonth(dom: number, at: DateTime): DateTime | undefined {
  if (dom < 1 || dom > 31) return undefined;
  return lastDay(at, (day) => day.day === dom);
}

/** Monday = 1 … Sunday = 7, 8 the weekend; weeks back, or the last one when `weeks` is absent. */
export function weekday(day: number, at: DateTime, weeks: number | undefined): Stretch | undefined {
  const target = day === 8 ? 6 : day;
  const found =
    weeks === undefined
      ? lastDay(at, (one) => one.weekday === target)
      : at.startOf('week').plus({ weeks, days: target - 1 });
  if (found === undefined) return undefined;
  const from = found > at ? found.minus({ weeks: 1 }) : found;
  return { from, to: from.plus({ days: day === 8 ? 2 : 1 }) };
}

export function period(unit: string, count: number, at: DateTime): Stretch {
  const single = unit.slice(0, -1) as 'week' | 'month' | 'year';
  const from = at.plus({ [unit]: count }).startOf(single);
  return { from, to: from.plus({ [unit]: 1 }) };
}
