/** The embedded default: everything in one SQLite file and a folder of files below the data directory. */
import type { Stores } from '../../ports/stores.ts';
import { createConversationCache } from './cache/conversationCache.ts';
import { createLineCache } from './cache/lineCache.ts';
import { sqliteCases } from './cases.ts';
import { sqliteConversations } from './conversations.ts';
import { named } from './database/faults.ts';
import { type OpenOptions, openDatabase } from './database/open.ts';
import { createFileRemoval } from './files/fileRemoval.ts';
import { prepareFolders, sqliteFiles } from './files/files.ts';
import { createEventLog } from './outbox/eventLog.ts';
import { sqliteOutbox } from './outbox/outbox.ts';
import { createSearchIndex } from './search/searchIndex.ts';
import { sqliteStaff } from './staff.ts';
import { sqliteTranscript } from './transcript.ts';

/**
 * Throws the faults `store-busy` (another process has the directory), `store-damaged` and `store-newer`; nothing is
 * changed then.
 */
export const openSqliteStores = (directory: string, options: OpenOptions = {}): Stores => {
  const db = openDatabase(directory, options);
  prepareFolders(directory);
  const index = createSearchIndex(db);
  const eventLog = createEventLog(db);
  const fileRemoval = createFileRemoval(db);
  const cache = createConversationCache();
  const lineCache = createLineCache();
  // Files that a crash left half-erased. A disk that refuses is asked again at the next erasure or start.
  const swept = fileRemoval.run().catch(() => {});
  return {
    conversations: sqliteConversations(db, { cache, lineCache, index, eventLog, fileRemoval }),
    cases: sqliteCases(db),
    transcript: sqliteTranscript(db, index, lineCache),
    outbox: sqliteOutbox(db, eventLog),
    files: sqliteFiles(db, fileRemoval),
    staff: sqliteStaff(db),
    close: async () => {
      await swept;
      index.stop();
      await db.writes.settled();
      db.close();
    },
    ping: async () => {
      named(() => db.prepare('SELECT count(*) FROM settings').get());
    },
  };
};
