/** A copy of a data directory while it is in use: consistent, complete or not there at all, never over something else. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../domain/fault.ts';
import { named } from './database/faults.ts';
import { MIGRATIONS, refuseForeign } from './database/migrations.ts';
import { DATABASE_FILE, syncDirectory } from './database/open.ts';
import { FILES_FOLDER, filePath } from './files/filePath.ts';

export interface BackupReport {
  readonly conversations: number;
  readonly lines: number;
  readonly files: number;
  /** Files that the database names and that are not on the disk: erased while the backup ran, or lost before. */
  readonly missing: number;
}

const count = (sql: DatabaseSync, table: string): number =>
  Number(sql.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0);

const sync = (path: string): void => {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
};

/** One read transaction in SQLite: writers go on meanwhile, and nothing that was erased comes along. */
const copyDatabase = (from: string, to: string): void => {
  const source = new DatabaseSync(from);
  try {
    source.exec('PRAGMA busy_timeout = 10000');
    refuseForeign(source, from, MIGRATIONS.length);
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
  sync(to);
};

const copyFile = (from: string, to: string): boolean => {
  if (!existsSync(from)) return false;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  sync(to);
  return true;
};

/** Only files that the copied database knows: others would never be erased. */
const copyFiles = (sql: DatabaseSync, from: string, to: string) => {
  const ids = sql.prepare('SELECT id FROM files WHERE erased = 0').all();
  const copied = ids.filter(({ id }) => copyFile(filePath(from, String(id)), filePath(to, String(id))));
  return { files: copied.length, missing: ids.length - copied.length };
};

/** What else lies in the data directory, e.g. the secrets that were made there. */
const copyRest = (from: string, to: string): void => {
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isFile() && !/^calmdesk\.(db|lock)/.test(entry.name))
      copyFile(join(from, entry.name), join(to, entry.name));
};

const fill = (directory: string, partial: string): BackupReport => {
  copyDatabase(join(directory, DATABASE_FILE), join(partial, DATABASE_FILE));
  const copy = new DatabaseSync(join(partial, DATABASE_FILE), { readOnly: true });
  try {
    const state = Object.values(copy.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
    if (state !== 'ok') throw new Fault('store-damaged', `the copy of ${directory} is damaged: ${state}`);
    const report = copyFiles(copy, directory, partial);
    copyRest(directory, partial);
    return { conversations: count(copy, 'conversations'), lines: count(copy, 'lines'), ...report };
  } finally {
    copy.close();
  }
};

/** `target` must not be there yet. It appears only when everything is in it and on the disk. */
export const backupDirectory = (directory: string, target: string): BackupReport => {
  if (existsSync(target)) throw new Fault('backup-refused', `${target} is there already; name a new folder`);
  if (!existsSync(join(directory, DATABASE_FILE)))
    throw new Fault('backup-refused', `there is no store in ${directory}; is DATA_DIR right?`);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, FILES_FOLDER), { recursive: true, mode: 0o700 });
  try {
    const report = named(() => fill(directory, partial));
    syncDirectory(partial);
    renameSync(partial, target);
    syncDirectory(dirname(target));
    return report;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
};
