/** The append-only log of every conversation. */
import type { Instant } from '../domain/instant.ts';
import type { Line, NewLine } from '../domain/transcript.ts';

export interface LineQuery {
  /** Words or Chinese characters (one or more); all must occur. */
  readonly text?: string;
  readonly caseId?: string;
  readonly customerId?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  /** At most 100; newest first. */
  readonly limit: number;
}

export interface Transcript {
  /** Durable when it resolves. The same `id` (or `clientId` in the same conversation) gives the line that is there. */
  append(line: NewLine): Promise<{ readonly line: Line; readonly added: boolean }>;
  /** Lines after position `after`, oldest first; `audience` public leaves notes out. */
  read(
    conversationId: string,
    options: { readonly after?: number; readonly limit?: number; readonly audience?: 'public' },
  ): Promise<readonly Line[]>;
  /** One line by its id, e.g. to hand it to a channel. */
  byId(lineId: string): Promise<Line | undefined>;
  search(query: LineQuery): Promise<readonly Line[]>;
}
