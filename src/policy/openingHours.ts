/** Working time of the shop: opening windows, holidays and special days in any time zone. */
import { type Instant, instant, millis } from '../domain/instant.ts';
import type { OpeningHours } from '../domain/openingHours.ts';
import type { Hours } from './hoursSchema.ts';
import { createOpenings } from './openings.ts';

const MINUTE = 60_000;

/** A shop that is closed for good has no working time: there plain time is counted, so that every time comes. */
export const createOpeningHours = (hours: Hours, timezone: string): OpeningHours => {
  const openings = createOpenings(hours, timezone);

  const addWorkingMinutes = (from: Instant, minutes: number): Instant => {
    let left = minutes * MINUTE;
    let reached = millis(from);
    if (left <= 0) return from;
    for (const { start, end } of openings(reached)) {
      if (end - start >= left) return instant(start + left);
      left -= end - start;
      reached = end;
    }
    return instant(reached + left);
  };

  const workingMinutesBetween = (from: Instant, to: Instant): number => {
    const last = millis(to);
    let sum = 0;
    for (const { start, end } of openings(millis(from))) {
      if (start >= last) break;
      sum += Math.min(end, last) - start;
    }
    return sum / MINUTE;
  };

  const nextOpening = (at: Instant): Instant => {
    const first = openings(millis(at)).next();
    return first.done ? at : instant(first.value.start);
  };

  const isOpen = (at: Instant): boolean => {
    const first = openings(millis(at)).next();
    return !first.done && first.value.start <= millis(at);
  };

  return { timezone, isOpen, addWorkingMinutes, workingMinutesBetween, nextOpening };
};
