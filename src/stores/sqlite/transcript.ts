/** The transcript in SQLite. */
import type { Line } from '../../domain/transcript.ts';
import type { Transcript } from '../../ports/transcript.ts';
import { type LineCache, TAIL } from './cache/lineCache.ts';
import { named } from './database/faults.ts';
import type { Database } from './database/open.ts';
import { insertLine, lineOf, refuseErased } from './lines.ts';
import type { SearchIndex } from './search/searchIndex.ts';
import { searchLines } from './search/searchLines.ts';

const READ = 'SELECT doc FROM lines WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?';
const READ_PUBLIC =
  'SELECT doc FROM lines WHERE conversation_id = ? AND seq > ? AND note = 0 ORDER BY seq LIMIT ?';
const NEWEST = 'SELECT doc FROM lines WHERE conversation_id = ? ORDER BY seq DESC LIMIT ?';

type ReadOptions = Parameters<Transcript['read']>[1];

/** Whoever reads on from somewhere is in the middle of the conversation and will read its newest lines again. */
const cached = (db: Database, cache: LineCache, id: string, after: number): readonly Line[] | undefined => {
  const lines = cache.after(id, after);
  if (lines || after <= 0) return lines;
  cache.fill(id, db.prepare(NEWEST).all(id, TAIL).map(lineOf).toReversed());
  return cache.after(id, after);
};

/** Straight from the table: also for somebody who looks on while another process writes. */
export const readLines = (
  db: Pick<Database, 'prepare'>,
  id: string,
  { after = 0, audience, limit }: ReadOptions,
): readonly Line[] =>
  db
    .prepare(audience === 'public' ? READ_PUBLIC : READ)
    .all(id, Math.max(0, after), limit ?? -1)
    .map(lineOf);

export const lineById = (db: Pick<Database, 'prepare'>, id: string): Line | undefined => {
  const row = db.prepare('SELECT doc FROM lines WHERE id = ?').get(id);
  return row && lineOf(row);
};

const read = (db: Database, cache: LineCache, id: string, options: ReadOptions): readonly Line[] => {
  const { limit, audience } = options;
  const after = Math.max(0, options.after ?? 0);
  const lines = cached(db, cache, id, after);
  if (!lines) return readLines(db, id, options);
  const seen = audience === 'public' ? lines.filter((line) => line.audience === 'public') : lines;
  return limit === undefined ? seen : seen.slice(0, limit);
};

export const sqliteTranscript = (db: Database, index: SearchIndex, cache: LineCache): Transcript => ({
  append: (line) =>
    db.writes.add(
      () => {
        refuseErased(db, line.conversationId);
        return insertLine(db, line);
      },
      (appended) => {
        if (appended.added) cache.added(appended.line);
        index.wake();
      },
    ),
  read: async (conversationId, options) => named(() => read(db, cache, conversationId, options)),
  byId: async (lineId) => named(() => lineById(db, lineId)),
  search: (query) => searchLines(db, index, query),
});
