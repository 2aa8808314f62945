/** The stretches of time in which a shop is open, one after another, on its own calendar and in its own time zone. */
import { DateTime } from 'luxon';
import type { Window } from './clockTime.ts';
import type { Hours } from './hoursSchema.ts';

/** From `start` up to, not including, `end`; milliseconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** After so many closed days in a row the shop counts as closed for good. */
const LONGEST_BREAK = 400;
const REMEMBERED_DAYS = 1000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const windowsOn = (day: DateTime, { week, holidays, special }: Hours): readonly Window[] => {
  const names = [day.toFormat('yyyy-MM-dd'), day.toFormat('MM-dd')];
  const chosen = special.find(({ date }) => names.includes(date));
  if (chosen) return chosen.open;
  const closed = holidays.some(({ date, to = date }) =>
    names.some((name) => name.length === date.length && date <= name && name <= to),
  );
  const weekday = WEEKDAYS[day.weekday - 1];
  return closed || !weekday ? [] : week[weekday];
};

/** A time of day on a day. In the hour that a clock change leaves out it is the moment after the change. */
const timeOn = (day: DateTime, minutes: number): number => {
  const date = minutes >= 1440 ? day.plus({ days: 1 }) : day;
  const rest = minutes % 1440;
  return date.set({ hour: Math.floor(rest / 60), minute: rest % 60 }).toMillis();
};

const stretchOn = (day: DateTime, { from, to }: Window): Stretch => ({
  start: timeOn(day, from),
  end: timeOn(day, to <= from ? to + 1440 : to),
});

const startOfDay = (ms: number, zone: string): DateTime => DateTime.fromMillis(ms, { zone }).startOf('day');

/** Gives the stretches that end after `from`, in order and never sharing time; ends after 400 closed days. */
export const createOpenings = (hours: Hours, zone: string): ((from: number) => Generator<Stretch>) => {
  const known = new Map<string, readonly Stretch[]>();
  const stretchesOn = (day: DateTime): readonly Stretch[] => {
    const name = day.toISODate() ?? '';
    const before = known.get(name);
    if (before) return before;
    if (known.size >= REMEMBERED_DAYS) known.clear();
    const made = windowsOn(day, hours)
      .map((window) => stretchOn(day, window))
      .filter(({ start, end }) => end > start)
      .toSorted((a, b) => a.start - b.start);
    known.set(name, made);
    return made;
  };
  return function* openings(from) {
    // The day before may be open past midnight; it may also reach into the first stretch of the next day.
    let day = startOfDay(from, zone).minus({ days: 1 });
    let reached = from;
    for (let closedDays = 0; closedDays < LONGEST_BREAK; closedDays += 1) {
      for (const { start, end } of stretchesOn(day)) {
        if (end <= reached) continue;
        yield { start: Math.max(start, reached), end };
        reached = end;
        closedDays = 0;
      }
      day = day.plus({ days: 1 }).startOf('day');
    }
  };
};
