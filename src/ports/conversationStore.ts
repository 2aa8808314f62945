/** Where conversations with their cases are kept. One commit is one conditional write. */
import type { Conversation } from '../domain/conversation.ts';
import type { CaseEvent } from '../domain/event.ts';
import type { Line, NewLine } from '../domain/transcript.ts';

/** A message that a channel other than web chat must be given, at least once. */
export interface Delivery {
  /** Id of the line it carries: the receiver's idempotency key. */
  readonly id: string;
  readonly conversationId: string;
  readonly lineId: string;
  /** Holder's epoch when it was written; absent for what is not bound to a speaker. */
  readonly epoch?: number;
}

export interface Commit {
  /** The new state, carrying the version that was loaded (0 for a new one). */
  readonly conversation: Conversation;
  /** Lines to append, in order. A line id that is already in the log is not appended again. */
  readonly lines: readonly NewLine[];
  /** Events to publish after the write (kept with it until they are). */
  readonly events: readonly CaseEvent[];
  readonly deliveries: readonly Delivery[];
}

export type CommitResult =
  | { readonly committed: true; readonly conversation: Conversation; readonly lines: readonly Line[] }
  | { readonly committed: false; readonly reason: 'conflict' | 'number-taken' };

export interface ConversationStore {
  load(id: string): Promise<Conversation | undefined>;
  /** Saves all or nothing; `conflict` when the stored version is not the one given. */
  commit(change: Commit): Promise<CommitResult>;
  /** Removes the conversation with its lines and deliveries; a closed, anonymous case record stays for the figures. */
  erase(id: string, anonymous: Conversation): Promise<void>;
}
