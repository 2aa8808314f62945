/** What was kept in SQLite is there after a restart, and a store of every schema so far can be opened. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/stores/sqlite/database/migrations.ts';
import { openDatabase } from '../../src/stores/sqlite/database/open.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { saved } from './opened.ts';
import { aCase, aConversation, aLine, anEvent, at } from './samples.ts';
import { temporaryDirectories } from './temporary.ts';

const newDirectory = temporaryDirectories();
const file = { id: 'f', conversationId: 'one', name: 'a.png', contentType: 'image/png', bytes: 3 };

test('a restart loses nothing of what was acknowledged', async () => {
  const directory = newDirectory();
  const before = openSqliteStores(directory);
  const conversation = await saved(before, aConversation('one', { case: aCase('k', 'one') }), {
    lines: [aLine('a~1', 'one', { from: { kind: 'bot' }, text: '水壶' })],
    events: [anEvent('a:1', 'k'), anEvent('a:2', 'k')],
    deliveries: [{ id: 'a~1', conversationId: 'one', lineId: 'a~1' }],
  });
  await before.outbox.published(['a:1']);
  await before.outbox.failed('a~1', at(3), 'timeout');
  await before.transcript.append(aLine('b', 'one', { clientId: 'mine' }));
  await before.cases.due(at(30), at(60), 5);
  await before.files.put(file, Buffer.from('abc'));
  await before.staff.save({ id: 's', login: 'li', name: '小李', role: 'agent', passwordHash: 'x' });
  await before.close();

  const after = openSqliteStores(directory);
  expect(await after.conversations.load('one')).toEqual(conversation);
  expect((await after.transcript.append(aLine('c', 'one', { clientId: 'mine' }))).added).toBe(false);
  expect((await after.transcript.append(aLine('c', 'one'))).line.seq).toBe(3);
  expect(await after.transcript.search({ text: '水壶', limit: 5 })).toHaveLength(1);
  expect(await after.cases.unhandled(5)).toEqual(['one']);
  expect(await after.cases.due(at(59), at(70), 5)).toEqual([]);
  expect(await after.cases.due(at(60), at(70), 5)).toEqual(['one']);
  // The mark of a part may be lost, the event never.
  expect((await after.outbox.unpublished(5)).map((event) => event.id)).toEqual(['a:1', 'a:2']);
  expect(await after.outbox.undelivered(at(2), at(9), 5)).toEqual([]);
  expect(await after.outbox.undelivered(at(3), at(9), 5)).toMatchObject([{ id: 'a~1', attempts: 1 }]);
  expect((await after.files.get('f'))?.content.toString()).toBe('abc');
  expect(await after.staff.find('li')).toMatchObject({ id: 's' });
  await after.close();
});

const fixture = (schema: number) =>
  readFileSync(join(import.meta.dirname, 'fixtures', `schema-${schema}.sql`), 'utf8');

test.each(MIGRATIONS.map((_, index) => index + 1))(
  'a store that schema %i wrote is opened with everything in it',
  async (schema) => {
    const directory = newDirectory();
    const old = new DatabaseSync(join(directory, 'calmdesk.db'));
    old.exec(fixture(schema));
    old.close();
    const stores = openSqliteStores(directory);
    const conversation = await stores.conversations.load('one');
    expect(conversation).toMatchObject({ version: 1, handled: 1, case: { number: 'C4821-7306' } });
    expect(await stores.cases.byNumber('C4821-7306')).toEqual(conversation?.case);
    expect((await stores.cases.counts()).byStatus).toEqual({ queued: 1 });
    const lines = await stores.transcript.read('one', {});
    expect(lines.map((line) => [line.id, line.seq])).toEqual([
      ['a', 1],
      ['a~1', 2],
      ['b', 3],
    ]);
    expect(await stores.transcript.search({ text: '退款', limit: 5 })).toMatchObject([{ id: 'b' }]);
    expect(await stores.cases.unhandled(5)).toEqual(['one']);
    expect(await stores.outbox.unpublished(5)).toMatchObject([{ id: 'a:1' }]);
    expect(await stores.outbox.undelivered(at(1), at(2), 5)).toMatchObject([{ id: 'a~1' }]);
    expect(await stores.staff.find('li')).toMatchObject({ name: '小李' });
    await expect(stores.transcript.append(aLine('z', 'gone'))).rejects.toThrow('conversation-erased');
    await saved(stores, { ...(conversation ?? aConversation('one')), handled: 3 });
    expect(await stores.cases.unhandled(5)).toEqual([]);
    await stores.close();
  },
);

test('a step to a newer schema is done once, and whole', () => {
  const directory = newDirectory();
  openDatabase(directory).close();
  const step = (sql: DatabaseSync) => sql.exec('CREATE TABLE newer (a TEXT)');
  for (let times = 0; times < 2; times += 1)
    openDatabase(directory, { migrations: [...MIGRATIONS, step] }).close();
  const db = openDatabase(directory, { migrations: [...MIGRATIONS, step] });
  expect(db.prepare('SELECT count(*) AS n FROM newer').get()).toEqual({ n: 0 });
  db.close();
});

test('a step that fails leaves the store as it was', async () => {
  const directory = newDirectory();
  const before = openSqliteStores(directory);
  await before.transcript.append(aLine('a', 'one'));
  await before.close();
  const broken = (sql: DatabaseSync) => {
    sql.exec('DROP TABLE lines');
    throw new Error('no such luck');
  };
  expect(() => openSqliteStores(directory, { migrations: [...MIGRATIONS, broken] })).toThrow('no such luck');
  const after = openSqliteStores(directory);
  expect(await after.transcript.read('one', {})).toHaveLength(1);
  await after.close();
});

test('an index of other terms is built again from the lines', async () => {
  const directory = newDirectory();
  const before = openSqliteStores(directory);
  for (let index = 0; index < 250; index += 1)
    await before.transcript.append(aLine(`l${index}`, 'one', { text: `退款 ${index}` }));
  await before.transcript.search({ text: '退款', limit: 1 });
  await before.close();
  const db = openDatabase(directory);
  db.sql.exec(`UPDATE settings SET value = 'older' WHERE name = 'search.terms'`);
  db.close();
  const after = openSqliteStores(directory);
  expect(await after.transcript.search({ text: '退款 7', limit: 5 })).toMatchObject([{ id: 'l7' }]);
  await after.close();
});
