/** The transcript: what was said, once a line, append-only; the position in it is the Direct Line watermark. */
import type { Instant } from './instant.ts';
import type { Locale } from './reading.ts';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** Who wrote a line; `name` is what the customer sees. */
export type Speaker =
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'bot' }
  | { readonly kind: 'agent'; readonly id: string; readonly name: string }
  | { readonly kind: 'system' };

/** What a page can draw beside the text; it repeats nothing that the text does not say. */
export interface Card {
  readonly kind: 'receipt' | 'remedies' | 'promise' | 'rating' | 'case' | 'language';
  readonly data: Readonly<Record<string, unknown>>;
}

export interface NewLine {
  /** Activity id: unique, made by the sender's side of the store; the same id again is the same line. */
  readonly id: string;
  readonly conversationId: string;
  readonly caseId?: string;
  readonly at: Instant;
  readonly from: Speaker;
  readonly text: string;
  readonly locale: Locale;
  /** Locale key that a bot's line was made from; never leaves the server for a customer. */
  readonly key?: string;
  readonly attachments?: readonly Attachment[];
  readonly card?: Card;
  readonly quickReplies?: readonly { readonly title: string; readonly value: string }[];
  /** Structured input of the chat page, e.g. a field corrected in place. */
  readonly value?: unknown;
  /** The sender's own id of the line (Direct Line clientActivityID), echoed to it. */
  readonly clientId?: string;
  /** `note`: for the desk only. A note has no way to a customer: readers for customers ask for `public` lines. */
  readonly audience: 'public' | 'note';
}

/** `seq` counts from 1 and is gapless within the conversation. */
export interface Line extends NewLine {
  readonly seq: number;
}
