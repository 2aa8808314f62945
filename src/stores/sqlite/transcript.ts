/** The transcript in SQLite. */
import type { Transcript } from '../../ports/transcript.ts';
import { named } from './database/faults.ts';
import type { Database } from './database/open.ts';
import { insertLine, lineOf, refuseErased } from './lines.ts';
import type { SearchIndex } from './search/searchIndex.ts';
import { searchLines } from './search/searchLines.ts';

const READ = 'SELECT doc FROM lines WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?';
const READ_PUBLIC =
  'SELECT doc FROM lines WHERE conversation_id = ? AND seq > ? AND note = 0 ORDER BY seq LIMIT ?';

export const sqliteTranscript = (db: Database, index: SearchIndex): Transcript => ({
  append: (line) =>
    db.writes.add(
      () => {
        refuseErased(db, line.conversationId);
        return insertLine(db, line);
      },
      () => index.wake(),
    ),
  read: async (conversationId, { after = 0, limit = -1, audience }) =>
    named(() =>
      db
        .prepare(audience === 'public' ? READ_PUBLIC : READ)
        .all(conversationId, after, limit)
        .map(lineOf),
    ),
  byId: async (lineId) =>
    named(() => {
      const row = db.prepare('SELECT doc FROM lines WHERE id = ?').get(lineId);
      return row && lineOf(row);
    }),
  search: (query) => searchLines(db, index, query),
});
