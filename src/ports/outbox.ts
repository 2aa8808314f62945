/** What a commit left to be done afterwards: events to publish, messages to deliver. At least once. */
import type { CaseEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Delivery } from './conversationStore.ts';

export interface Outbox {
  unpublished(limit: number): Promise<readonly CaseEvent[]>;
  published(eventIds: readonly string[]): Promise<void>;
  /** Deliveries due at `now`, leased until `leaseUntil`; oldest first, in order within a conversation. */
  undelivered(
    now: Instant,
    leaseUntil: Instant,
    limit: number,
  ): Promise<readonly (Delivery & { readonly attempts: number })[]>;
  delivered(id: string): Promise<void>;
  /** Tried in vain: again at `at`; `null` gives it up (kept as failed, counted). */
  failed(id: string, at: Instant | null, error: string): Promise<void>;
}
