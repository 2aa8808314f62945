/** The outbox in SQLite. */
import type { Delivery } from '../../../ports/conversationStore.ts';
import type { Outbox } from '../../../ports/outbox.ts';
import { named } from '../database/faults.ts';
import type { Database } from '../database/open.ts';
import type { EventLog } from './eventLog.ts';

/** One that waits holds back all later ones of its conversation: order is part of the message. */
const READY = `SELECT d.pos, d.attempts, d.doc FROM deliveries d WHERE d.at <= ?1 AND NOT EXISTS (
    SELECT 1 FROM deliveries e WHERE e.conversation_id = d.conversation_id AND e.pos < d.pos AND e.at > ?1
  ) ORDER BY d.pos LIMIT ?2`;

const lease = (db: Database, now: string, leaseUntil: string, limit: number) =>
  db
    .prepare(READY)
    .all(now, limit)
    .map((row) => {
      db.prepare('UPDATE deliveries SET at = ? WHERE pos = ?').run(leaseUntil, Number(row.pos));
      return { ...(JSON.parse(String(row.doc)) as Delivery), attempts: Number(row.attempts) };
    });

export const sqliteOutbox = (db: Database, eventLog: EventLog): Outbox => ({
  unpublished: async (limit) => named(() => eventLog.unpublished(limit)),
  published: async (ids) => eventLog.published(ids),
  undelivered: async (now, leaseUntil, limit) => {
    if (named(() => db.prepare('SELECT 1 FROM deliveries WHERE at <= ?').get(now)) === undefined) return [];
    return db.writes.add(() => lease(db, now, leaseUntil, limit));
  },
  delivered: (id) =>
    db.writes.add(() => {
      db.prepare('DELETE FROM deliveries WHERE id = ?').run(id);
    }),
  failed: (id, at, error) =>
    db.writes.add(() => {
      db.prepare('UPDATE deliveries SET at = ?, error = ?, attempts = attempts + 1 WHERE id = ?').run(
        at,
        error.slice(0, 500),
        id,
      );
    }),
});
