/** A date and time as this customer would write it, in the shop's time zone: "今天（周日）18:00". */
import { type Instant, millis } from '../domain/instant.ts';
import type { Locale } from '../domain/reading.ts';
import type { TurnWork } from '../ports/turnWork.ts';

const DAY = 86_400_000;

const SHAPES = {
  calendar: {},
  longWeekday: { weekday: 'long' },
  shortWeekday: { weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
  date: { month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();
const relative = new Map<Locale, Intl.RelativeTimeFormat>();

/** Made once each: making one costs more than all the rest of a sentence. */
const formatFor = (locale: string, timeZone: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat => {
  const name = `${locale} ${timeZone} ${shape}`;
  const there = formats.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone, ...SHAPES[shape] });
  formats.set(name, there);
  return there;
};

const relativeFor = (locale: Locale): Intl.RelativeTimeFormat => {
  const there = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relative.set(locale, there);
  return there;
};

/** Days between two moments on the shop's calendar. */
const daysBetween = (from: Instant, to: Instant, timeZone: string): number => {
  const day = formatFor('en-CA', timeZone, 'calendar');
  const start = (at: Instant) => Date.parse(day.format(millis(at)));
  return Math.round((start(to) - start(from)) / DAY);
};

export const dueText = (work: Pick<TurnWork, 'locale' | 'now' | 'policy' | 'word'>, at: Instant): string => {
  const { locale, now, policy } = work;
  const { timezone: timeZone } = policy.hours;
  const format = (shape: keyof typeof SHAPES) => formatFor(locale, timeZone, shape).format(millis(at));
  const weekday = format(locale === 'en' ? 'longWeekday' : 'shortWeekday');
  const time = formatFor('en-GB', timeZone, 'time').format(millis(at));
  const days = daysBetween(now, at, timeZone);
  if (days < 0 || days > 1) {
    return work.word('date.far', { date: format('date'), weekday, time });
  }
  const day = relativeFor(locale).format(days, 'day');
  return work.word('date.near', { day, weekday, time });
};
