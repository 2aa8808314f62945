/** Searching the transcript, newest first: a rank would have to look at every hit. */
import type { Line } from '../../../domain/transcript.ts';
import type { LineQuery } from '../../../ports/transcript.ts';
import { isEmpty, matches, type Pieces, piecesOf } from '../../searchTerms.ts';
import { named } from '../database/faults.ts';
import type { Database } from '../database/open.ts';
import { lineOf } from '../lines.ts';
import type { SearchIndex } from './searchIndex.ts';
import { expressionOf } from './terms.ts';
import { coverOf } from './timeTerms.ts';

const MOST = 100;

interface Question {
  readonly query: LineQuery;
  readonly pieces: Pieces | undefined;
  readonly conversationIds: ReadonlySet<string> | undefined;
  readonly expression: string | undefined;
}

/** The index finds candidates (pairs need not stand side by side, days are whole); this decides. */
const fits = ({ query, pieces, conversationIds }: Question, line: Line): boolean =>
  (query.caseId === undefined || line.caseId === query.caseId) &&
  (conversationIds === undefined || conversationIds.has(line.conversationId)) &&
  (query.from === undefined || line.at >= query.from) &&
  (query.to === undefined || line.at < query.to) &&
  (pieces === undefined || matches(pieces, line.text));

const FOUND = `SELECT l.doc FROM line_terms t CROSS JOIN lines l ON l.pos = t.rowid
  WHERE t.line_terms MATCH ? ORDER BY t.rowid DESC`;
const ALL = 'SELECT doc FROM lines ORDER BY pos DESC';

/** Taken one by one, so that nothing beyond the limit is looked at. */
const candidates = (db: Database, expression: string | undefined) =>
  expression === undefined ? db.prepare(ALL).iterate() : db.prepare(FOUND).iterate(expression);

/** Undefined when no time is asked for, empty when no line can be of that time. */
const timesOf = (index: SearchIndex, { from, to }: LineQuery): readonly string[] | undefined => {
  if (from === undefined && to === undefined) return undefined;
  const years = index.years();
  return years ? coverOf(from, to, years) : [];
};

const questionOf = (db: Database, index: SearchIndex, query: LineQuery): Question | undefined => {
  const pieces = query.text === undefined ? undefined : piecesOf(query.text);
  if (pieces && isEmpty(pieces)) return undefined;
  const conversationIds =
    query.customerId === undefined
      ? undefined
      : db
          .prepare('SELECT id FROM conversations WHERE customer_id = ?')
          .all(query.customerId)
          .map((row) => String(row.id));
  const times = timesOf(index, query);
  if (conversationIds?.length === 0 || times?.length === 0) return undefined;
  return {
    query,
    pieces,
    conversationIds: conversationIds && new Set(conversationIds),
    expression: expressionOf({ pieces, caseId: query.caseId, conversationIds, times }),
  };
};

export const searchLines = async (
  db: Database,
  index: SearchIndex,
  query: LineQuery,
): Promise<readonly Line[]> => {
  const limit = Math.min(query.limit, MOST);
  await index.catchUp();
  const question = named(() => questionOf(db, index, query));
  if (!question || limit <= 0) return [];
  return named(() => {
    const found: Line[] = [];
    for (const row of candidates(db, question.expression)) {
      const line = lineOf(row);
      if (fits(question, line)) found.push(line);
      if (found.length >= limit) break;
    }
    return found;
  });
};
