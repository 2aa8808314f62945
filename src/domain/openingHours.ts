/** Working time of the shop. Implemented outside the domain, with a calendar library and the shop's time zone. */
import type { Instant } from './instant.ts';

export interface OpeningHours {
  /** IANA name of the shop's time zone: dates are told to customers in it. */
  readonly timezone: string;
  isOpen(at: Instant): boolean;
  /** The moment when `minutes` of working time have passed since `from`. */
  addWorkingMinutes(from: Instant, minutes: number): Instant;
  /** Working minutes between two moments. */
  workingMinutesBetween(from: Instant, to: Instant): number;
  /** `at` itself when open, else the next opening. */
  nextOpening(at: Instant): Instant;
}
