/** A clock that stands still until the conversation moves it, and ids that are the same in every run. */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { type Instant, instant, millis } from '../../../src/domain/instant.ts';
import type { Clock, Ids } from '../../../src/ports/clock.ts';

export const ZONE = 'Asia/Shanghai';
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export interface HeldClock extends Clock {
  set(at: Instant): void;
}

export const heldClock = (start: Instant): HeldClock => {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
  };
};

/** `2026-03-11 10:00` in the shop's time zone. */
export const shopTime = (text: string): Instant => {
  const at = DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm', { zone: ZONE });
  if (!at.isValid) throw new Error(`not a time: ${text}`);
  return instant(at.toMillis());
};

/** `+25h` from now, or a time of its own. */
export const laterTime = (now: Instant, text: string): Instant => {
  const [, amount, unit] = /^\+(\d+)\s*([mhd])$/.exec(text) ?? [];
  return amount && unit ? instant(millis(now) + Number(amount) * (UNITS[unit] ?? 0)) : shopTime(text);
};

/** The day in the shop, `days` from now: `2026-03-09`. */
export const shopDay = (now: Instant, days: number): string =>
  DateTime.fromISO(now, { zone: ZONE }).plus({ days }).toISODate() ?? '';

export const countingIds = (seed: string): Ids => {
  let count = 0;
  const digest = () => {
    count += 1;
    return createHash('sha256').update(`${seed}:${count}`).digest();
  };
  return {
    next: () => digest().toString('base64url').slice(0, 21),
    random: (below) => digest().readUInt32BE() % below,
  };
};
