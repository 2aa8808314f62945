/** A promise to a customer: owned, due at a time, kept or renewed before it lapses (design.md §6, promise 4). */
import type { Owner } from './actor.ts';
import type { Instant } from './instant.ts';

export const PROMISE_KINDS = ['first-answer', 'answer', 'callback', 'remedy', 'update'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

export interface CustomerPromise {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly owner: Owner;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** The sentence that the customer was told, as it was told. */
  readonly told: string;
  readonly state: 'open' | 'kept' | 'renewed' | 'broken' | 'released';
  readonly settledAt?: Instant;
  /** Set once, when the due time passed without a result. */
  readonly missedAt?: Instant;
  /** The promise that took its place, where it was renewed. */
  readonly renewedBy?: string;
}
