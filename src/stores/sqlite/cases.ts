/** Finding cases in SQLite. */
import type { SQLInputValue } from 'node:sqlite';
import type { Case, CaseStatus } from '../../domain/case.ts';
import type { CaseFilter, CaseIndex } from '../../ports/caseIndex.ts';
import { named } from './database/faults.ts';
import type { Database } from './database/open.ts';

const MOST = 200;

const caseOf = (row: Record<string, unknown> | undefined): Case | undefined =>
  row && (JSON.parse(String(row.doc)) as Case);

/** A few shapes of text, each prepared once; the values are always parameters. */
const listQuery = (filter: CaseFilter): readonly [string, SQLInputValue[]] => {
  const parts: string[] = [];
  const values: SQLInputValue[] = [];
  const need = (condition: string, ...given: readonly (SQLInputValue | undefined)[]) => {
    const present = given.filter((value) => value !== undefined);
    if (present.length === 0) return;
    parts.push(condition);
    values.push(...present);
  };
  need('holder_id = ?', filter.holderId);
  need('owner_id = ?', filter.ownerId);
  need('customer_id = ?', filter.customerId);
  need('received_at >= ?', filter.receivedFrom);
  need('received_at < ?', filter.receivedTo);
  need('(received_at, id) < (SELECT received_at, id FROM cases WHERE id = ?)', filter.after);
  if (filter.statuses) {
    parts.push(`status IN (${filter.statuses.map(() => '?').join(', ')})`);
    values.push(...filter.statuses);
  }
  const where = parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '';
  values.push(Math.min(filter.limit, MOST));
  return [`SELECT doc FROM cases ${where} ORDER BY received_at DESC, id DESC LIMIT ?`, values];
};

const DUE = `SELECT id, conversation_id FROM cases WHERE due_at <= ?1 AND leased_until <= ?1
  ORDER BY due_at LIMIT ?2`;

const lease = (db: Database, now: string, leaseUntil: string, limit: number): readonly string[] =>
  db
    .prepare(DUE)
    .all(now, limit)
    .map((row) => {
      db.prepare('UPDATE cases SET leased_until = ? WHERE id = ?').run(leaseUntil, String(row.id));
      return String(row.conversation_id);
    });

const COUNTS = `SELECT status, count(*) AS open, sum(orphan) AS orphans FROM cases
  WHERE status <> 'closed' GROUP BY status`;

type ReadingCases = Omit<CaseIndex, 'due'>;

/** What only reads: also for somebody who looks on while another process writes. */
export const readCases = (db: Pick<Database, 'prepare'>): ReadingCases => ({
  byId: async (id) => named(() => caseOf(db.prepare('SELECT doc FROM cases WHERE id = ?').get(id))),
  byNumber: async (number) =>
    named(() => caseOf(db.prepare('SELECT doc FROM cases WHERE number = ?').get(number))),
  list: async (filter) =>
    named(() => {
      const [text, values] = listQuery(filter);
      return db
        .prepare(text)
        .all(...values)
        .map((row) => JSON.parse(String(row.doc)) as Case);
    }),
  unhandled: async (limit) =>
    named(() =>
      db
        .prepare(
          `SELECT w.conversation_id AS id FROM waiting w JOIN conversations c ON c.id = w.conversation_id
           ORDER BY w.pos LIMIT ?`,
        )
        .all(limit)
        .map((row) => String(row.id)),
    ),
  counts: async () =>
    named(() => {
      const rows = db.prepare(COUNTS).all();
      const byStatus: Partial<Record<CaseStatus, number>> = {};
      for (const row of rows) byStatus[row.status as CaseStatus] = Number(row.open);
      return { byStatus, orphans: rows.reduce((sum, row) => sum + Number(row.orphans), 0) };
    }),
});

export const sqliteCases = (db: Database): CaseIndex => ({
  ...readCases(db),
  due: async (now, leaseUntil, limit) => {
    // Most ticks find nothing: they need not write.
    if (named(() => db.prepare(DUE).get(now, 1)) === undefined) return [];
    return db.writes.add(() => lease(db, now, leaseUntil, limit));
  },
});
