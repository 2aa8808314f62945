/** Staff in SQLite. */
import type { Staff, StaffStore } from '../../ports/staff.ts';
import { loginKey } from '../loginKey.ts';
import { named } from './database/faults.ts';
import type { Database } from './database/open.ts';

export const sqliteStaff = (db: Database): StaffStore => ({
  find: async (login) =>
    named(() => {
      const row = db.prepare('SELECT doc FROM staff WHERE login = ?').get(loginKey(login));
      return row && (JSON.parse(String(row.doc)) as Staff);
    }),
  save: (staff) =>
    db.writes.add(() => {
      const holder = db.prepare('SELECT id FROM staff WHERE login = ?').get(loginKey(staff.login));
      if (holder && holder.id !== staff.id) return false;
      db.prepare(
        `INSERT INTO staff (id, login, doc) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET login = excluded.login, doc = excluded.doc`,
      ).run(staff.id, loginKey(staff.login), JSON.stringify(staff));
      return true;
    }),
  count: async () => named(() => Number(db.prepare('SELECT count(*) AS n FROM staff').get()?.n ?? 0)),
});
