/** Searching the transcript, newest first: a rank would have to look at every hit. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Line } from '../../../domain/transcript.ts';
import type { LineQuery } from '../../../ports/transcript.ts';
import { isEmpty, matches, type Pieces, piecesOf } from '../../searchTerms.ts';
import { named } from '../database/faults.ts';
import type { Database } from '../database/open.ts';
import { lineOf } from '../lines.ts';
import type { SearchIndex } from './searchIndex.ts';
import { expressionOf } from './terms.ts';

const MOST = 100;
const LARGEST_PAGE = 1000;

interface Question {
  readonly query: LineQuery;
  readonly pieces: Pieces | undefined;
  readonly conversationIds: ReadonlySet<string> | undefined;
  readonly expression: string | undefined;
}

interface Row {
  readonly pos: number;
  readonly doc: string;
}

/** The index finds candidates (pairs need not stand side by side, days are whole); this decides. */
const fits = ({ query, pieces, conversationIds }: Question, line: Line): boolean =>
  (query.caseId === undefined || line.caseId === query.caseId) &&
  (conversationIds === undefined || conversationIds.has(line.conversationId)) &&
  (query.from === undefined || line.at >= query.from) &&
  (query.to === undefined || line.at < query.to) &&
  (pieces === undefined || matches(pieces, line.text));

/** The positions between which all lines of these days lie. */
const positions = (db: Database, { from, to }: LineQuery): readonly [number, number] => {
  if (from === undefined && to === undefined) return [0, Number.MAX_SAFE_INTEGER];
  const days = db
    .prepare('SELECT min(first) AS first, max(last) AS last FROM days WHERE day >= ? AND day <= ?')
    .get(from?.slice(0, 10) ?? '', to?.slice(0, 10) ?? '~');
  return [Number(days?.first ?? 1), Number(days?.last ?? 0)];
};

const FOUND = `SELECT l.pos, l.doc FROM line_terms t CROSS JOIN lines l ON l.pos = t.rowid
  WHERE t.line_terms MATCH ?4 AND t.rowid >= ?1 AND t.rowid <= ?2 ORDER BY t.rowid DESC LIMIT ?3`;
const ALL = 'SELECT pos, doc FROM lines WHERE pos >= ?1 AND pos <= ?2 ORDER BY pos DESC LIMIT ?3';

const page = (db: Database, expression: string | undefined, first: number, last: number, size: number) =>
  (expression === undefined
    ? db.prepare(ALL).all(first, last, size)
    : db.prepare(FOUND).all(first, last, size, expression)) as unknown as readonly Row[];

const questionOf = (db: Database, query: LineQuery): Question | undefined => {
  const pieces = query.text === undefined ? undefined : piecesOf(query.text);
  if (pieces && isEmpty(pieces)) return undefined;
  const conversationIds =
    query.customerId === undefined
      ? undefined
      : db
          .prepare('SELECT id FROM conversations WHERE customer_id = ?')
          .all(query.customerId)
          .map((row) => String(row.id));
  if (conversationIds?.length === 0) return undefined;
  return {
    query,
    pieces,
    conversationIds: conversationIds && new Set(conversationIds),
    expression: expressionOf({ pieces, caseId: query.caseId, conversationIds }),
  };
};

export const searchLines = async (
  db: Database,
  index: SearchIndex,
  query: LineQuery,
): Promise<readonly Line[]> => {
  const question = named(() => questionOf(db, query));
  const limit = Math.min(query.limit, MOST);
  if (!question || limit <= 0) return [];
  await index.catchUp();
  const found: Line[] = [];
  let [first, last] = named(() => positions(db, query));
  for (let size = limit; ; size = Math.min(size * 4, LARGEST_PAGE)) {
    const rows = named(() => page(db, question.expression, first, last, size));
    for (const row of rows) {
      const line = lineOf(row);
      if (found.length < limit && fits(question, line)) found.push(line);
    }
    const oldest = rows.at(-1);
    if (found.length >= limit || !oldest || rows.length < size) return found;
    last = oldest.pos - 1;
    await nextTurn();
  }
};
