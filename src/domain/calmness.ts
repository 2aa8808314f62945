/** When a heated customer has been heard enough to be asked something (method.md §2, step 2). */
import type { TensionRecord } from './case.ts';

/** Below this a person is not heated at all. */
const COOL = 0.5;
/** A falling trend counts only below this. */
const WARM = 0.65;
export const LISTENING_ROUNDS = 3;

export const isHeated = (tension: Pick<TensionRecord, 'now'>): boolean => tension.now >= COOL;

/** Calm, or clearly calmer than at the peak. */
export const hasCalmed = (tension: TensionRecord): boolean =>
  !isHeated(tension) ||
  (tension.now < WARM && (tension.trend === 'calming' || tension.now <= tension.peak * 0.7));
