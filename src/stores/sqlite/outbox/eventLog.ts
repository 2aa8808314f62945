/**
 * Events on their way out: one row for all events of a commit, gone when all of them are published. The marks need no
 * fsync of their own: a crash publishes again, and readers are idempotent by event id.
 */
import type { CaseEvent } from '../../../domain/event.ts';
import type { Database } from '../database/open.ts';
import { createUnpublished } from './unpublished.ts';

export interface EventBatch {
  readonly pos: number;
  readonly conversationId: string;
  readonly events: readonly CaseEvent[];
}

export interface EventLog {
  batch(conversationId: string, events: readonly CaseEvent[]): EventBatch | undefined;
  /** Within the transaction of the commit. */
  write(batch: EventBatch): void;
  committed(batch: EventBatch): void;
  unpublished(limit: number): readonly CaseEvent[];
  published(ids: readonly string[]): void;
  forget(conversationId: string): void;
}

const lastPosition = (db: Database): number =>
  Number(db.prepare('SELECT max(pos) AS pos FROM events').get()?.pos ?? 0);

const storedBatches = (db: Database, limit: number): readonly EventBatch[] =>
  db
    .prepare('SELECT pos, conversation_id, doc FROM events ORDER BY pos LIMIT ?')
    .all(limit)
    .map((row) => ({
      pos: Number(row.pos),
      conversationId: String(row.conversation_id),
      events: JSON.parse(String(row.doc)) as readonly CaseEvent[],
    }));

const insert = (db: Database, { pos, conversationId, events }: EventBatch): void => {
  db.prepare('INSERT INTO events (pos, conversation_id, doc) VALUES (?, ?, ?)').run(
    pos,
    conversationId,
    JSON.stringify(events),
  );
};

export const createEventLog = (db: Database): EventLog => {
  const known = createUnpublished();
  let last = lastPosition(db);
  return {
    batch: (conversationId, events) => {
      if (events.length === 0) return undefined;
      last += 1;
      return { pos: last, conversationId, events };
    },
    write: (batch) => insert(db, batch),
    committed: known.know,
    unpublished: (limit) => {
      // What is done but not yet removed must not be taken for the work of a former process.
      db.writes.flush();
      const stored = storedBatches(db, limit).flatMap((batch) => {
        const left = known.leftOf(batch);
        return batch.events.filter((event) => left.has(event.id));
      });
      return stored.slice(0, limit);
    },
    published: (ids) => {
      for (const pos of known.published(ids))
        db.writes.addLater(() => {
          db.prepare('DELETE FROM events WHERE pos = ?').run(pos);
        });
    },
    forget: known.forget,
  };
};
