/** Brings a store to the schema of this program: forward only, each step whole or not at all. */
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../../domain/fault.ts';
import { SCHEMA_1 } from './schema1.ts';

export type Migration = (sql: DatabaseSync) => void;

/** The schema's version is the number of migrations done. Append only. */
export const MIGRATIONS: readonly Migration[] = [(sql) => sql.exec(SCHEMA_1)];

const number = (sql: DatabaseSync, query: string): number =>
  Number(Object.values(sql.prepare(query).get() ?? {})[0] ?? 0);

/** `CDsk`: tells a CalmDesk store from any other SQLite file. */
const APPLICATION = 0x4344736b;

/** Reads only: throws before anything is changed in a file that is not ours or is newer than this program. */
export const refuseForeign = (sql: DatabaseSync, path: string, newest = MIGRATIONS.length): void => {
  const version = number(sql, 'PRAGMA user_version');
  const ours = number(sql, 'PRAGMA application_id') === APPLICATION;
  const empty = version === 0 && number(sql, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (!ours && !empty)
    throw new Fault('store-damaged', `${path} is not a CalmDesk store; it was left as it is`);
  if (version > newest) {
    throw new Fault(
      'store-newer',
      `${path} has schema ${version}, this program knows up to ${newest}; install the newer program`,
    );
  }
};

export const migrate = (sql: DatabaseSync, migrations: readonly Migration[] = MIGRATIONS): void => {
  const from = number(sql, 'PRAGMA user_version');
  for (const [index, step] of migrations.entries()) {
    if (index < from) continue;
    sql.exec('BEGIN IMMEDIATE');
    try {
      step(sql);
      sql.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${index + 1}; COMMIT`);
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK');
      throw error;
    }
  }
};
