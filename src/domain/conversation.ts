/**
 * A conversation with one customer over one channel: the unit that is saved. The case lives in it, so that a turn
 * (replies, dialog state, how far the customer's lines are handled, case events) is one conditional write.
 */
import type { Case, Channel, Customer } from './case.ts';
import type { Instant } from './instant.ts';
import type { Locale } from './reading.ts';

export interface Conversation {
  readonly id: string;
  /** Optimistic version: 0 for one that is not saved yet; the store adds one with each commit. */
  readonly version: number;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly locale: Locale;
  /** Chosen by the customer in words or by a button: no longer guessed. */
  readonly localeChosen: boolean;
  readonly startedAt: Instant;
  /** Transcript position of the last customer line that has been answered. */
  readonly handled: number;
  /** The dialog stack as the bot library keeps it: plain JSON, opaque to everybody else. */
  readonly dialog: unknown;
  /** Where proactive messages go on a Bot Framework channel (a ConversationReference); absent for web chat. */
  readonly reference?: unknown;
  /** The case in hand; the last one stays until a new one is opened. */
  readonly case?: Case;
  /** Turns that failed in a row. */
  readonly failures: number;
  /** Wordings used lately, so that none is heard twice running. */
  readonly said: readonly string[];
}
