/** Conversations in SQLite: one commit is one transaction (shared with others of the same tick). */
import type { Case } from '../../domain/case.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Commit, CommitResult, ConversationStore, Delivery } from '../../ports/conversationStore.ts';
import type { ConversationCache } from './cache/conversationCache.ts';
import type { LineCache } from './cache/lineCache.ts';
import { numberTaken, writeCase } from './caseRows.ts';
import { named } from './database/faults.ts';
import type { Database } from './database/open.ts';
import { eraseConversation } from './erase.ts';
import type { FileRemoval } from './files/fileRemoval.ts';
import { type Appended, insertLine, refuseErased } from './lines.ts';
import type { EventBatch, EventLog } from './outbox/eventLog.ts';
import type { SearchIndex } from './search/searchIndex.ts';

export interface ConversationParts {
  readonly cache: ConversationCache;
  readonly lineCache: LineCache;
  readonly index: SearchIndex;
  readonly eventLog: EventLog;
  readonly fileRemoval: FileRemoval;
}

interface LoadedRow {
  readonly doc: string;
  readonly case_doc: string | null;
}

const LOAD = `SELECT c.doc, k.doc AS case_doc FROM conversations c LEFT JOIN cases k ON k.id = c.case_id
  WHERE c.id = ?`;

const loadRow = (db: Database, id: string): Conversation | undefined => {
  const row = db.prepare(LOAD).get(id) as LoadedRow | undefined;
  if (!row) return undefined;
  const conversation = JSON.parse(row.doc) as Conversation;
  return row.case_doc === null ? conversation : { ...conversation, case: JSON.parse(row.case_doc) as Case };
};

const writeConversation = (db: Database, { case: inHand, ...rest }: Conversation): void => {
  const values = [rest.version, rest.customer.id, inHand?.id ?? null, JSON.stringify(rest), rest.id] as const;
  db.prepare(
    rest.version === 1
      ? 'INSERT INTO conversations (version, customer_id, case_id, doc, id) VALUES (?, ?, ?, ?, ?)'
      : 'UPDATE conversations SET version = ?, customer_id = ?, case_id = ?, doc = ? WHERE id = ?',
  ).run(...values);
};

const writeDeliveries = (
  db: Database,
  deliveries: readonly Delivery[],
  appended: readonly Appended[],
): void => {
  if (deliveries.length === 0) return;
  const repeated = new Set(appended.filter((one) => !one.added).map((one) => one.line.id));
  for (const delivery of deliveries) {
    // A line that was there before has its delivery behind it or under way.
    if (repeated.has(delivery.lineId)) continue;
    db.prepare(
      `INSERT INTO deliveries (id, conversation_id, at, doc) VALUES (?, ?, '', ?) ON CONFLICT DO NOTHING`,
    ).run(delivery.id, delivery.conversationId, JSON.stringify(delivery));
  }
};

const storedVersion = (db: Database, id: string): number =>
  Number(db.prepare('SELECT version FROM conversations WHERE id = ?').get(id)?.version ?? 0);

interface Written {
  readonly result: CommitResult;
  readonly appended?: readonly Appended[];
  readonly batch?: EventBatch | undefined;
}

const write = (
  db: Database,
  parts: ConversationParts,
  change: Commit,
  batch: EventBatch | undefined,
): Written => {
  const { conversation } = change;
  const version = storedVersion(db, conversation.id);
  if (version === 0) refuseErased(db, conversation.id);
  if (version !== conversation.version) return { result: { committed: false, reason: 'conflict' } };
  const inHand = conversation.case;
  if (inHand && numberTaken(db, inHand)) return { result: { committed: false, reason: 'number-taken' } };
  const saved = { ...conversation, version: version + 1 };
  const cached = parts.cache.get(saved.id);
  writeConversation(db, saved);
  if (inHand) writeCase(db, inHand, cached?.version === version ? cached.case : undefined);
  const appended = change.lines.map((line) => insertLine(db, line));
  db.prepare('DELETE FROM waiting WHERE conversation_id = ? AND seq <= ?').run(saved.id, saved.handled);
  if (batch) parts.eventLog.write(batch);
  writeDeliveries(db, change.deliveries, appended);
  const lines = appended.map((one) => one.line);
  return { result: { committed: true, conversation: saved, lines }, appended, batch };
};

/** After the commit: only what is on the disk is remembered. */
const remember = (parts: ConversationParts, { result, appended = [], batch }: Written): void => {
  if (!result.committed) return;
  parts.cache.put(result.conversation);
  if (batch) parts.eventLog.committed(batch);
  for (const { line, added } of appended) if (added) parts.lineCache.added(line);
  if (appended.length > 0) parts.index.wake();
};

export const sqliteConversations = (db: Database, parts: ConversationParts): ConversationStore => ({
  load: async (id) =>
    named(() => {
      const cached = parts.cache.get(id);
      const found = cached ?? loadRow(db, id);
      if (found && !cached) parts.cache.put(found);
      return found;
    }),
  commit: async (change) => {
    const batch = parts.eventLog.batch(change.conversation.id, change.events);
    const { result } = await db.writes.add(
      () => write(db, parts, change, batch),
      (written) => remember(parts, written),
    );
    return result;
  },
  erase: async (id, anonymous) => {
    await db.writes.add(
      () => eraseConversation(db, parts.index, id, anonymous),
      () => {
        parts.cache.drop(id);
        parts.lineCache.drop(id);
        parts.eventLog.forget(id);
      },
    );
    await parts.fileRemoval.run();
    await parts.index.forget();
  },
});
