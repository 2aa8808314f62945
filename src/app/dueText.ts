/** A date and time as this customer would write it, in the shop's time zone: "今天（周日）18:00". */
import { type Instant, millis } from '../domain/instant.ts';
import type { TurnWork } from '../ports/turnWork.ts';

const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once each: making one costs more than all the rest of a sentence. */
const formatFor = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const name = JSON.stringify([locale, options]);
  const there = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, there);
  return there;
};

/** Days between two moments on the shop's calendar. */
const daysBetween = (from: Instant, to: Instant, timeZone: string): number => {
  const day = formatFor('en-CA', { timeZone });
  const start = (at: Instant) => Date.parse(day.format(millis(at)));
  return Math.round((start(to) - start(from)) / DAY);
};

export const dueText = (work: Pick<TurnWork, 'locale' | 'now' | 'policy' | 'word'>, at: Instant): string => {
  const { locale, now, policy } = work;
  const { timezone: timeZone } = policy.hours;
  const format = (options: Intl.DateTimeFormatOptions) =>
    formatFor(locale, { timeZone, ...options }).format(millis(at));
  const weekday = format({ weekday: locale === 'en' ? 'long' : 'short' });
  const time = formatFor('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(millis(at));
  const days = daysBetween(now, at, timeZone);
  if (days < 0 || days > 1) {
    return work.word('date.far', { date: format({ month: 'long', day: 'numeric' }), weekday, time });
  }
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return work.word('date.near', { day, weekday, time });
};
