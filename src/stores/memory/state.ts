/** What the memory driver keeps; its parts share one state, as tables share a database. */
import type { Case } from '../../domain/case.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { CaseEvent } from '../../domain/event.ts';
import { Fault } from '../../domain/fault.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Line, NewLine } from '../../domain/transcript.ts';
import type { Delivery } from '../../ports/conversationStore.ts';
import type { StoredFile } from '../../ports/files.ts';
import type { Staff } from '../../ports/staff.ts';
import { plain } from './plain.ts';

export interface KeptDelivery {
  readonly delivery: Delivery;
  readonly attempts: number;
  /** When it may be given out; `null`: given up. */
  readonly at: Instant | null;
}

export interface MemoryState {
  readonly conversations: Map<string, Conversation>;
  readonly erased: Set<string>;
  readonly cases: Map<string, { readonly case: Case; readonly leasedUntil: Instant }>;
  /** Case ids by number. */
  readonly numbers: Map<string, string>;
  /** Lines of each conversation; position = index + 1. */
  readonly logs: Map<string, Line[]>;
  /** All lines by id, in the order in which they came. */
  readonly lines: Map<string, Line>;
  /** Lines by conversation and the sender's own id. */
  readonly clientLines: Map<string, Line>;
  readonly events: Map<string, { readonly event: CaseEvent; readonly conversationId: string }>;
  readonly deliveries: Map<string, KeptDelivery>;
  readonly files: Map<string, { readonly file: StoredFile; readonly content: Buffer }>;
  readonly staff: Map<string, Staff>;
}

export const createState = (): MemoryState => ({
  conversations: new Map(),
  erased: new Set(),
  cases: new Map(),
  numbers: new Map(),
  logs: new Map(),
  lines: new Map(),
  clientLines: new Map(),
  events: new Map(),
  deliveries: new Map(),
  files: new Map(),
  staff: new Map(),
});

export const clientKey = (conversationId: string, clientId: string): string =>
  JSON.stringify([conversationId, clientId]);

export const refuseErased = (state: MemoryState, conversationId: string): void => {
  if (state.erased.has(conversationId))
    throw new Fault('conversation-erased', `conversation ${conversationId} was erased`);
};

/** Appends once: the same id, or the same sender's id in the conversation, is the line that is there. */
export const appendLine = (
  state: MemoryState,
  line: NewLine,
): { readonly line: Line; readonly added: boolean } => {
  const key = line.clientId === undefined ? undefined : clientKey(line.conversationId, line.clientId);
  const there = state.lines.get(line.id) ?? (key === undefined ? undefined : state.clientLines.get(key));
  if (there) return { line: there, added: false };
  const log = state.logs.get(line.conversationId) ?? [];
  const added = plain({ ...line, seq: log.length + 1 });
  log.push(added);
  state.logs.set(line.conversationId, log);
  state.lines.set(line.id, added);
  if (key !== undefined) state.clientLines.set(key, added);
  return { line: added, added: true };
};
