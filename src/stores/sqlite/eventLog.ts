/**
 * Events on their way out: one row for all events of a commit, gone when all of them are published. The marks need no
 * fsync of their own: a crash publishes again, and readers are idempotent by event id.
 */
import type { CaseEvent } from '../../domain/event.ts';
import type { Database } from './database/open.ts';

export interface EventBatch {
  readonly pos: number;
  readonly conversationId: string;
  readonly events: readonly CaseEvent[];
}

interface Unpublished {
  readonly pos: number;
  readonly conversationId: string;
  readonly left: Set<string>;
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

export const createEventLog = (db: Database): EventLog => {
  let next = lastPosition(db) + 1;
  const byEvent = new Map<string, Unpublished>();

  const know = ({ pos, conversationId, events }: EventBatch): Unpublished => {
    const batch = { pos, conversationId, left: new Set(events.map((event) => event.id)) };
    for (const id of batch.left) byEvent.set(id, batch);
    return batch;
  };
  const known = (batch: EventBatch): Unpublished => {
    const left = batch.events.find((event) => byEvent.get(event.id)?.pos === batch.pos);
    return (left && byEvent.get(left.id)) ?? know(batch);
  };

  return {
    batch: (conversationId, events) => {
      if (events.length === 0) return undefined;
      next += 1;
      return { pos: next - 1, conversationId, events };
    },
    write: ({ pos, conversationId, events }) => {
      db.prepare('INSERT INTO events (pos, conversation_id, doc) VALUES (?, ?, ?)').run(
        pos,
        conversationId,
        JSON.stringify(events),
      );
    },
    committed: (batch) => {
      know(batch);
    },
    unpublished: (limit) => {
      db.writes.flush();
      return storedBatches(db, limit)
        .flatMap((batch) => {
          const { left } = known(batch);
          return batch.events.filter((event) => left.has(event.id));
        })
        .slice(0, limit);
    },
    published: (ids) => {
      for (const id of ids) {
        const batch = byEvent.get(id);
        byEvent.delete(id);
        batch?.left.delete(id);
        if (!batch || batch.left.size > 0) continue;
        db.writes.addLater(() => {
          db.prepare('DELETE FROM events WHERE pos = ?').run(batch.pos);
        });
      }
    },
    forget: (conversationId) => {
      for (const [id, batch] of byEvent) if (batch.conversationId === conversationId) byEvent.delete(id);
    },
  };
};
