/** Erasing a conversation: every trace but an anonymous case, and the name of the conversation so that none comes back. */
import type { Conversation } from '../../domain/conversation.ts';
import { writeCase } from './caseRows.ts';
import type { Database } from './database/open.ts';
import { lineOf } from './lines.ts';
import type { SearchIndex } from './search/searchIndex.ts';

const TABLES = ['lines', 'waiting', 'events', 'deliveries', 'cases'];

/** Within the transaction. Files are only marked: they leave the disk afterwards, also after a crash. */
export const eraseConversation = (
  db: Database,
  index: SearchIndex,
  id: string,
  anonymous: Conversation,
): void => {
  for (const row of db.prepare('SELECT pos, doc FROM lines WHERE conversation_id = ?').iterate(id))
    index.remove(Number(row.pos), lineOf(row));
  for (const table of TABLES) db.prepare(`DELETE FROM ${table} WHERE conversation_id = ?`).run(id);
  db.prepare('DELETE FROM conversations WHERE id = ?').run(id);
  db.prepare('UPDATE files SET erased = 1 WHERE conversation_id = ?').run(id);
  db.prepare('INSERT INTO erased (conversation_id) VALUES (?) ON CONFLICT DO NOTHING').run(id);
  if (anonymous.case) writeCase(db, anonymous.case, undefined);
};
