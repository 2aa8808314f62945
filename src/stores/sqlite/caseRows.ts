/** The projection of a case into the table that is searched by number, status, people and deadlines. */
import type { Case } from '../../domain/case.ts';
import type { Database } from './database/open.ts';

const agentId = (who: Case['holder'] | Case['owner'] | undefined): string | null =>
  who?.kind === 'agent' ? who.id : null;

/** What is found by, other than the deadline: seldom changes, so most turns touch none of these indexes. */
const columns = (found: Case) =>
  [
    found.number,
    found.conversationId,
    found.status,
    agentId(found.holder),
    agentId(found.owner),
    found.customer.id,
    found.receivedAt,
    found.deadline && found.owner ? 0 : 1,
  ] as const;

const UPSERT = `INSERT INTO cases
  (number, conversation_id, status, holder_id, owner_id, customer_id, received_at, orphan, due_at, doc, id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET number = excluded.number, conversation_id = excluded.conversation_id,
    status = excluded.status, holder_id = excluded.holder_id, owner_id = excluded.owner_id,
    customer_id = excluded.customer_id, received_at = excluded.received_at, orphan = excluded.orphan,
    leased_until = CASE WHEN due_at IS excluded.due_at THEN leased_until ELSE '' END,
    due_at = excluded.due_at, doc = excluded.doc`;
/** A lease is for the deadline it was taken for: a new deadline may fall due at once. */
const RENEW = `UPDATE cases SET due_at = ?, doc = ?, leased_until = '' WHERE id = ?`;
const REWRITE = 'UPDATE cases SET doc = ? WHERE id = ?';

/** `before` is the case as it is stored now, where that is known: it saves touching what has not changed. */
export const writeCase = (db: Database, next: Case, before: Case | undefined): void => {
  const due = next.deadline?.dueAt ?? null;
  const doc = JSON.stringify(next);
  const now = columns(next);
  const then = before?.id === next.id ? columns(before) : undefined;
  if (!then || now.some((value, index) => value !== then[index])) {
    db.prepare(UPSERT).run(...now, due, doc, next.id);
  } else if (due === (before?.deadline?.dueAt ?? null)) {
    db.prepare(REWRITE).run(doc, next.id);
  } else {
    db.prepare(RENEW).run(due, doc, next.id);
  }
};

/** Whether another case has this number. */
export const numberTaken = (db: Database, wanted: Case): boolean => {
  const row = db.prepare('SELECT id FROM cases WHERE number = ?').get(wanted.number);
  return row !== undefined && row.id !== wanted.id;
};
