/** Looks into a data directory while a server uses it, or none does: reads only, changes nothing, takes no lock. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Fault } from '../../domain/fault.ts';
import type { CaseIndex } from '../../ports/caseIndex.ts';
import type { Transcript } from '../../ports/transcript.ts';
import { readCases } from './cases.ts';
import { named } from './database/faults.ts';
import { MIGRATIONS, refuseForeign } from './database/migrations.ts';
import { DATABASE_FILE } from './database/open.ts';
import { lineById, readLines } from './transcript.ts';

export interface ReadOnlyStores {
  readonly cases: Pick<CaseIndex, 'list'>;
  readonly transcript: Pick<Transcript, 'byId' | 'read'>;
  close(): void;
}

/** One moment of the store, however long the reading takes: what is written meanwhile is not seen. */
const openMoment = (path: string): DatabaseSync => {
  const sql = new DatabaseSync(path, { readOnly: true });
  try {
    sql.exec('PRAGMA busy_timeout = 10000');
    refuseForeign(sql, path, MIGRATIONS.length);
    sql.exec('BEGIN');
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
};

export const openReadOnly = (directory: string): ReadOnlyStores => {
  const path = join(directory, DATABASE_FILE);
  if (!existsSync(path))
    throw new Fault('store-missing', `there is no store in ${directory}; is DATA_DIR right?`);
  const sql = named(() => openMoment(path));
  const statements = new Map<string, StatementSync>();
  const db = {
    prepare: (text: string): StatementSync => {
      const known = statements.get(text) ?? sql.prepare(text);
      statements.set(text, known);
      return known;
    },
  };
  return {
    cases: readCases(db),
    transcript: {
      byId: async (id) => named(() => lineById(db, id)),
      read: async (id, options) => named(() => readLines(db, id, options)),
    },
    close: () => sql.close(),
  };
};
