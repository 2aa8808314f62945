/**
 * The index of what was said: FTS5 without content and without positions. It follows the lines in the background, out
 * of the way of turns; a search first brings it up to date, so that it never misses a line.
 */
import type { Line } from '../../../domain/transcript.ts';
import type { Database } from '../database/open.ts';
import { lineOf } from '../lines.ts';
import { TERMS_VERSION, termsOf } from './terms.ts';
import { type Years, yearOf } from './timeTerms.ts';

export interface SearchIndex {
  /** There are new lines. */
  wake(): void;
  catchUp(): Promise<void>;
  /** Of all lines in the index; undefined while there is none. */
  years(): Years | undefined;
  /** Within a transaction, before the line is removed: notes that its terms have to go. */
  remove(pos: number, line: Line): void;
  /** Takes the terms of removed lines out of the index. */
  forget(): Promise<void>;
  stop(): void;
}

/** Small enough that nobody notices the pause, large enough to be cheap. */
const CHUNK = 100;
const WAKE_MS = 400;

const setting = (db: Database, name: string): string | undefined => {
  const row = db.prepare('SELECT value FROM settings WHERE name = ?').get(name);
  return row && String(row.value);
};
const set = (db: Database, name: string, value: string): void => {
  db.prepare(
    `INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(name, value);
};

/** An index of other terms than ours would lose lines and could not forget them: it is built anew from the lines. */
const prepareIndex = (db: Database): void => {
  if (setting(db, 'search.terms') === TERMS_VERSION) return;
  db.sql.exec(`BEGIN IMMEDIATE;
    DROP TABLE IF EXISTS line_terms;
    DROP TABLE IF EXISTS forgotten;
    CREATE TABLE forgotten (pos INTEGER PRIMARY KEY, terms TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE line_terms USING fts5 (terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
    INSERT INTO line_terms (line_terms, rank) VALUES ('secure-delete', 1);`);
  set(db, 'search.terms', TERMS_VERSION);
  set(db, 'search.indexed', '0');
  set(db, 'search.years', '');
  db.sql.exec('COMMIT');
};

const indexed = (db: Database): number => Number(setting(db, 'search.indexed') ?? 0);

const years = (db: Database): Years | undefined => {
  const [first, last] = (setting(db, 'search.years') ?? '').split('-').map(Number);
  return first && last ? [first, last] : undefined;
};

const indexChunk = (db: Database): number => {
  const rows = db
    .prepare('SELECT pos, doc FROM lines WHERE pos > ? ORDER BY pos LIMIT ?')
    .all(indexed(db), CHUNK);
  const insert = db.prepare('INSERT INTO line_terms (rowid, terms) VALUES (?, ?)');
  const seen: number[] = [...(years(db) ?? [])];
  for (const row of rows) {
    const line = lineOf(row);
    insert.run(Number(row.pos), termsOf(line));
    seen.push(yearOf(line.at));
  }
  const last = rows.at(-1);
  if (last) {
    set(db, 'search.indexed', String(last.pos));
    set(db, 'search.years', `${Math.min(...seen)}-${Math.max(...seen)}`);
  }
  return rows.length;
};

/** One line at a time: to wipe its terms out of a large index (`secure-delete`) takes some milliseconds. */
const forgetLine = (db: Database): void => {
  const row = db.prepare('SELECT pos, terms FROM forgotten LIMIT 1').get();
  if (!row) return;
  db.prepare(`INSERT INTO line_terms (line_terms, rowid, terms) VALUES ('delete', ?, ?)`).run(
    Number(row.pos),
    String(row.terms),
  );
  db.prepare('DELETE FROM forgotten WHERE pos = ?').run(Number(row.pos));
};

const isBehind = (db: Database): boolean =>
  db.prepare('SELECT 1 FROM lines WHERE pos > ?').get(indexed(db)) !== undefined;

export const createSearchIndex = (db: Database): SearchIndex => {
  prepareIndex(db);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const catchUp = async (): Promise<void> => {
    while (!stopped && isBehind(db)) await db.writes.add(() => indexChunk(db));
  };
  const forget = async (): Promise<void> => {
    while (!stopped && db.prepare('SELECT 1 FROM forgotten').get()) await db.writes.add(() => forgetLine(db));
  };
  const wake = (): void => {
    if (stopped) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      // What fails here fails again, and is heard of, at the next search.
      catchUp()
        .then(forget)
        .catch(() => {});
    }, WAKE_MS).unref();
  };
  wake();
  return {
    wake,
    catchUp,
    years: () => years(db),
    remove: (pos, line) => {
      if (pos <= indexed(db))
        db.prepare('INSERT INTO forgotten (pos, terms) VALUES (?, ?)').run(pos, termsOf(line));
    },
    forget,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
