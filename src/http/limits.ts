/** Limits per address and per conversation. Over the limit is a 429 that says when to try again. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.ts';

/** [points, seconds]: so many within so long. Generous to people and to shops behind one address, not to floods. */
const LIMITS = {
  /** Any request, per address. */
  request: [20_000, 10],
  /** New conversations, per address. */
  token: [300, 60],
  /** Tokens, secrets and passwords that were wrong, per address. */
  wrong: [100, 60],
  /** Wrong passwords, per address and per login. */
  signIn: [10, 300],
  /** Customer lines, per conversation. */
  line: [300, 10],
  /** Customer lines, per address. */
  lineFrom: [10_000, 10],
  /** Files, per conversation. */
  file: [60, 60],
} as const;
export type LimitName = keyof typeof LIMITS;

export interface Limits {
  /** Throws `too-many-requests` with Retry-After when `key` has used up what it may. */
  take(name: LimitName, key: string): Promise<void>;
  /** Throws likewise when it is used up already, without using anything. */
  check(name: LimitName, key: string): Promise<void>;
}

const refused = (left: RateLimiterRes): Problem => {
  const seconds = Math.max(1, Math.ceil(left.msBeforeNext / 1000));
  return new Problem('too-many-requests', { seconds }, { 'Retry-After': String(seconds) });
};

/** `factor` multiplies every limit; 0 lifts them (for measurements). */
export const createLimits = (factor: number): Limits => {
  if (factor === 0) return { take: async () => {}, check: async () => {} };
  const limiters = new Map(
    (Object.keys(LIMITS) as LimitName[]).map((name) => {
      const [points, duration] = LIMITS[name];
      return [name, new RateLimiterMemory({ keyPrefix: name, points: points * factor, duration })];
    }),
  );
  return {
    take: async (name, key) => {
      try {
        await limiters.get(name)?.consume(key);
      } catch (left) {
        throw left instanceof RateLimiterRes ? refused(left) : left;
      }
    },
    check: async (name, key) => {
      const left = await limiters.get(name)?.get(key);
      if (left && left.remainingPoints <= 0) throw refused(left);
    },
  };
};
