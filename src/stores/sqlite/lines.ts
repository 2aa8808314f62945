/** Writing lines: within a transaction of the write queue, from `append` and from a commit alike. */
import { Fault } from '../../domain/fault.ts';
import type { Line, NewLine } from '../../domain/transcript.ts';
import type { Database } from './database/open.ts';

export interface Appended {
  readonly line: Line;
  readonly added: boolean;
}

interface DocRow {
  readonly doc: string;
}

export const lineOf = (row: unknown): Line => JSON.parse((row as DocRow).doc) as Line;

export const refuseErased = (db: Database, conversationId: string): void => {
  if (db.prepare('SELECT 1 FROM erased WHERE conversation_id = ?').get(conversationId))
    throw new Fault('conversation-erased', `conversation ${conversationId} was erased`);
};

const nextSeq = (db: Database, conversationId: string): number => {
  const last = db.prepare('SELECT max(seq) AS seq FROM lines WHERE conversation_id = ?').get(conversationId);
  return Number(last?.seq ?? 0) + 1;
};

const lineThere = (db: Database, line: NewLine): Line => {
  const row =
    db.prepare('SELECT doc FROM lines WHERE id = ?').get(line.id) ??
    db
      .prepare('SELECT doc FROM lines WHERE conversation_id = ? AND client_id = ?')
      .get(line.conversationId, line.clientId ?? null);
  return lineOf(row);
};

const noteWaiting = (db: Database, line: Line): void => {
  if (line.from.kind !== 'customer' || line.audience !== 'public') return;
  db.prepare(
    `INSERT INTO waiting (conversation_id, seq) VALUES (?, ?)
     ON CONFLICT (conversation_id) DO UPDATE SET seq = excluded.seq`,
  ).run(line.conversationId, line.seq);
};

/** The same id, or the same sender's id in the conversation, is the line that is there. */
export const insertLine = (db: Database, line: NewLine): Appended => {
  const seq = nextSeq(db, line.conversationId);
  const next: Line = { ...line, seq };
  const written = db
    .prepare(
      `INSERT INTO lines (id, conversation_id, seq, client_id, note, doc) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(
      line.id,
      line.conversationId,
      seq,
      line.clientId ?? null,
      line.audience === 'note' ? 1 : 0,
      JSON.stringify(next),
    );
  if (written.changes === 0) return { line: lineThere(db, line), added: false };
  noteWaiting(db, next);
  return { line: next, added: true };
};
