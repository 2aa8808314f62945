/** Removes from the disk what the database says is erased; begins again after a crash in the middle. */
import { rm } from 'node:fs/promises';
import type { Database } from '../database/open.ts';
import { filePath } from './filePath.ts';

export interface FileRemoval {
  run(): Promise<void>;
}

export const createFileRemoval = (db: Database): FileRemoval => ({
  run: async () => {
    const erased = db
      .prepare('SELECT id FROM files WHERE erased = 1')
      .all()
      .map((row) => String(row.id));
    if (erased.length === 0) return;
    for (const id of erased) await rm(filePath(db.directory, id), { force: true });
    await db.writes.add(() => {
      for (const id of erased) db.prepare('DELETE FROM files WHERE id = ? AND erased = 1').run(id);
    });
  },
});
