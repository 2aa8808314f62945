/** Ways to put a matter right (method.md §7), offers of them, and what was agreed. */
import type { Actor } from './actor.ts';
import type { Instant } from './instant.ts';

export const REMEDY_KINDS = [
  'refund',
  'exchange',
  'repair',
  'price-adjustment',
  'discount',
  'gift',
  'points',
  'service-change',
  'senior-apology',
  'personal-attention',
  'thanks',
  'talk',
] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** One remedy with its terms; `amount` in the policy's currency, whole and fractional units as a number. */
export interface Remedy {
  readonly kind: RemedyKind;
  readonly amount?: number;
  readonly currency?: string;
  /** Percent for discounts, 0–100. */
  readonly percent?: number;
  /** A free text term that a person added ("and a bowl of soup on the house"). */
  readonly note?: string;
}

export interface RemedyOffer {
  readonly id: string;
  readonly remedy: Remedy;
  readonly by: Actor;
  readonly at: Instant;
  /** proposed: waits for approval; offered: the customer may answer; the others are final. */
  readonly state: 'proposed' | 'rejected' | 'offered' | 'accepted' | 'refused' | 'withdrawn';
  readonly decidedBy?: Actor;
  readonly reason?: string;
}

/** A piece of work that an agreement needs done by a named department. */
export interface Task {
  readonly id: string;
  readonly department: string;
  readonly remedy: Remedy;
  readonly dueAt: Instant;
  readonly doneAt?: Instant;
  /** No longer to be done, e.g. the customer withdrew the complaint. */
  readonly droppedAt?: Instant;
}

export interface Agreement {
  readonly offerId: string;
  readonly remedy: Remedy;
  readonly acceptedAt: Instant;
  /** The customer's own words of acceptance. */
  readonly words: string;
}
