/** Files: content on the disk below the data directory, what is known of it in the database. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files, StoredFile } from '../../../ports/files.ts';
import { named } from '../database/faults.ts';
import { type Database, syncDirectory } from '../database/open.ts';
import { refuseErased } from '../lines.ts';
import { arrivingFolder, filePath } from './filePath.ts';
import type { FileRemoval } from './fileRemoval.ts';

/** Clears what a crash left half-written. */
export const prepareFolders = (directory: string): void => {
  rmSync(arrivingFolder(directory), { recursive: true, force: true });
  mkdirSync(arrivingFolder(directory), { recursive: true, mode: 0o700 });
};

const writeDurably = async (path: string, content: Buffer): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
};

const putFile = async (db: Database, file: StoredFile, content: Buffer): Promise<void> => {
  const path = filePath(db.directory, file.id);
  const arriving = join(arrivingFolder(db.directory), randomUUID());
  await writeDurably(arriving, content);
  // The row first: content that no row names would never be erased.
  await db.writes.add(() => {
    refuseErased(db, file.conversationId);
    db.prepare('INSERT INTO files (id, conversation_id, doc) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
      file.id,
      file.conversationId,
      JSON.stringify(file),
    );
  });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(arriving, path);
  syncDirectory(dirname(path));
};

const metadata = (db: Database, id: string): StoredFile | undefined => {
  const row = db.prepare('SELECT doc FROM files WHERE id = ? AND erased = 0').get(id);
  return row && (JSON.parse(String(row.doc)) as StoredFile);
};

export const sqliteFiles = (db: Database, removal: FileRemoval): Files => ({
  put: async (file, content) => {
    const there = named(() => metadata(db, file.id));
    if (there && existsSync(filePath(db.directory, file.id))) return;
    await putFile(db, file, content);
  },
  get: async (id) => {
    const file = named(() => metadata(db, id));
    if (!file) return undefined;
    try {
      return { file, content: await readFile(filePath(db.directory, id)) };
    } catch (error) {
      // Known but not there: the upload was cut short, or it is being erased now.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  },
  eraseConversation: async (conversationId) => {
    await db.writes.add(() => {
      db.prepare('UPDATE files SET erased = 1 WHERE conversation_id = ?').run(conversationId);
    });
    await removal.run();
  },
});
