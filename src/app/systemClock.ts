/** The machine's clock and chance. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Clock, Ids } from '../ports/clock.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

export const systemIds: Ids = {
  // 126 bits in 21 URL-safe characters.
  next: () => randomBytes(16).toString('base64url').slice(0, 21),
  random: (below) => randomInt(below),
};
