/** Opens the database file of a data directory, or says clearly why not, leaving the file as it is. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Fault } from '../../../domain/fault.ts';
import { createDurability } from './durability.ts';
import { namedFault } from './faults.ts';
import { lockDirectory } from './lock.ts';
import { MIGRATIONS, type Migration, migrate, refuseForeign } from './migrations.ts';
import { createWriteQueue, type WriteQueue } from './writeQueue.ts';

export const DATABASE_FILE = 'calmdesk.db';

export interface OpenOptions {
  /** How long to wait for a process that is just stopping. */
  readonly lockWaitMs?: number;
  readonly migrations?: readonly Migration[];
}

export interface Database {
  readonly directory: string;
  readonly sql: DatabaseSync;
  /** Prepares once. */
  prepare(text: string): StatementSync;
  readonly writes: WriteQueue;
  close(): void;
}

/** Small stores are checked through at each start; in a large one damage is named when it is met. */
const CHECKED_BYTES = 8 * 1024 * 1024;

const damaged = (path: string, what: string): Fault =>
  new Fault('store-damaged', `${path}: ${what}; it was left as it is: restore a backup (docs/storage.md)`);

/** What can be told from the outside, before SQLite touches the file. */
const refuseDamagedHeader = (path: string): void => {
  const bytes = existsSync(path) ? statSync(path).size : 0;
  if (bytes === 0) return;
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const read = readSync(file, header, 0, 100, 0);
  closeSync(file);
  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw damaged(path, 'this is not a SQLite file');
  const wal = `${path}-wal`;
  // With a log of writes beside it the header may be behind; without one it must fit the size.
  if (existsSync(wal) && statSync(wal).size > 0) return;
  const size = header.readUInt16BE(16);
  const pageBytes = size === 1 ? 65_536 : size;
  if (header.readUInt32BE(28) * pageBytes > bytes) throw damaged(path, 'its end is missing');
};

const refuseDamaged = (sql: DatabaseSync, path: string): void => {
  if (statSync(path).size > CHECKED_BYTES) return;
  const found = Object.values(sql.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (found !== 'ok') throw damaged(path, String(found));
};

const prepareFile = (sql: DatabaseSync, path: string, migrations: readonly Migration[]): void => {
  sql.exec('PRAGMA busy_timeout = 2000; PRAGMA trusted_schema = OFF');
  refuseForeign(sql, path, migrations.length);
  refuseDamaged(sql, path);
  sql.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 8000`);
  migrate(sql, migrations);
};

/** The directory entry of a new file must survive a power cut too. */
export const syncDirectory = (directory: string): void => {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

export const openDatabase = (directory: string, options: OpenOptions = {}): Database => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, DATABASE_FILE);
  const unlock = lockDirectory(directory, options.lockWaitMs ?? 5000);
  let sql: DatabaseSync | undefined;
  try {
    refuseDamagedHeader(path);
    sql = new DatabaseSync(path);
    prepareFile(sql, path, options.migrations ?? MIGRATIONS);
    syncDirectory(directory);
  } catch (error) {
    sql?.close();
    unlock();
    const fault = namedFault(error);
    const unnamed = fault instanceof Fault && fault.code === 'store-damaged' && fault !== error;
    throw unnamed ? damaged(path, fault.message) : fault;
  }
  const opened = sql;
  const statements = new Map<string, StatementSync>();
  // NORMAL: SQLite flushes around checkpoints, we flush the log before anybody is told (durability.ts).
  const writes = createWriteQueue(opened, createDurability(`${path}-wal`));
  return {
    directory,
    sql: opened,
    writes,
    prepare: (text) => {
      const known = statements.get(text) ?? opened.prepare(text);
      statements.set(text, known);
      return known;
    },
    close: () => {
      writes.close();
      opened.close();
      unlock();
    },
  };
};
