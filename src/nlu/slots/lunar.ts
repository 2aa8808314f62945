/** Days of the lunar calendar, and how their names are read. */
import type { DateTime } from 'luxon';
import type { ReadNumber } from './numerals.ts';

let chinese: Intl.DateTimeFormat | undefined;

/** Made when it is first asked for: it is dear, and few texts name a lunar day. */
function chineseCalendar(): Intl.DateTimeFormat {
  chinese ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return chinese;
}

const lunarDays = new Map<number, string>();

/** Month and day of the lunar calendar ("8-15"); leap months ("6bis") match nothing. */
export function lunar(day: DateTime): string {
  const key = day.year * 400 + day.ordinal;
  const known = lunarDays.get(key);
  if (known !== undefined) return known;
  const found = lunarOf(day);
  if (lunarDays.size > 2000) lunarDays.clear();
  lunarDays.set(key, found);
  return found;
}

function lunarOf(day: DateTime): string {
  const parts = chineseCalendar().formatToParts(Date.UTC(day.year, day.month - 1, day.day, 12));
  const value = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${value('month')}-${value('day')}`;
}

/** 年廿八 is the last month's. */
const MONTHS: Readonly<Record<string, number>> = { 正: 1, 元: 1, 冬: 11, 腊: 12, 年: 12 };

/** 初八, 廿三, 二十八 of 正月, 腊月, 四月. */
export function lunarCode(month: string, day: string, read: ReadNumber): string {
  const plain = day.replace('初', '').replace(/廿十?/, '二十').replace('卅', '三十');
  return `L${MONTHS[month] ?? read(month) ?? 1}-${read(plain) ?? 1}`;
}
