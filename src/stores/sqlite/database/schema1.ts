/**
 * The first schema. Documents are JSON; a column stands beside its document only where something is found or kept
 * unique by it. Never edit it: what changes later is another migration.
 */
export const SCHEMA_1 = `
CREATE TABLE conversations (
  pos INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  customer_id TEXT NOT NULL,
  case_id TEXT,
  doc TEXT NOT NULL -- without the case: that is kept once, in cases
) STRICT;
CREATE INDEX conversations_customer ON conversations (customer_id);

CREATE TABLE erased (conversation_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  pos INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  status TEXT NOT NULL,
  holder_id TEXT,
  owner_id TEXT,
  customer_id TEXT NOT NULL,
  received_at TEXT NOT NULL,
  orphan INTEGER NOT NULL,
  due_at TEXT,
  leased_until TEXT NOT NULL DEFAULT '',
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX cases_conversation ON cases (conversation_id);
CREATE INDEX cases_received ON cases (received_at, id);
CREATE INDEX cases_status ON cases (status, received_at, id);
CREATE INDEX cases_holder ON cases (holder_id, received_at, id) WHERE holder_id IS NOT NULL;
CREATE INDEX cases_owner ON cases (owner_id, received_at, id) WHERE owner_id IS NOT NULL;
CREATE INDEX cases_customer ON cases (customer_id, received_at, id);
CREATE INDEX cases_due ON cases (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX cases_open ON cases (status, orphan) WHERE status <> 'closed';

CREATE TABLE lines (
  pos INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: the search index goes by it
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  client_id TEXT,
  note INTEGER NOT NULL,
  doc TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX lines_seq ON lines (conversation_id, seq);
CREATE UNIQUE INDEX lines_client ON lines (conversation_id, client_id) WHERE client_id IS NOT NULL;

-- Conversations with customer lines that nobody has answered: the newest such line.
CREATE TABLE waiting (pos INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL) STRICT;

CREATE TABLE events (pos INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX events_conversation ON events (conversation_id);

CREATE TABLE deliveries (
  pos INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  at TEXT, -- when it may be given out; NULL: given up
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX deliveries_order ON deliveries (conversation_id, pos);
CREATE INDEX deliveries_at ON deliveries (at) WHERE at IS NOT NULL;

CREATE TABLE files (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  erased INTEGER NOT NULL DEFAULT 0, -- 1: to be removed from the disk
  doc TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX files_conversation ON files (conversation_id);
CREATE INDEX files_erased ON files (erased) WHERE erased = 1;

CREATE TABLE staff (id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, doc TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
