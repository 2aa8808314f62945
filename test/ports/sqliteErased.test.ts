/** What was erased is not on the disk any more, neither in the database nor in the folder of files. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/stores/sqlite/database/open.ts';
import { filePath } from '../../src/stores/sqlite/files/filePath.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { saved } from './opened.ts';
import { aConversation, aLine } from './samples.ts';
import { temporaryDirectories } from './temporary.ts';

const newDirectory = temporaryDirectories();
const PHONE = '13812345678';
const NAME = '欧阳娜娜';
const file = { id: 'f', conversationId: 'one', name: 'a.txt', contentType: 'text/plain', bytes: 3 };

const everythingIn = (directory: string): string =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

test('no byte of it is left when the store is closed', async () => {
  const directory = newDirectory();
  const stores = openSqliteStores(directory);
  await saved(stores, aConversation('two'));
  for (let index = 0; index < 150; index += 1)
    await stores.transcript.append(aLine(`o${index}`, 'two', { text: `别的话 ${index}` }));
  await saved(stores, aConversation('one', { customer: { id: 'c', name: NAME, tier: 'new' } }));
  for (let index = 0; index < 30; index += 1)
    await stores.transcript.append(aLine(`l${index}`, 'one', { text: `我叫${NAME}，电话 ${PHONE}` }));
  await stores.files.put(file, Buffer.from(PHONE));
  expect(await stores.transcript.search({ text: PHONE, limit: 1 })).toHaveLength(1);
  await stores.conversations.erase('one', aConversation('one'));
  await stores.close();
  const left = everythingIn(directory);
  expect(left).toContain('别的话 7');
  expect(left).not.toContain(PHONE);
  expect(left).not.toContain(NAME);
  expect(left).not.toContain('欧阳');
});

test('a crash between the mark and the removal of a file is made good at the next start', async () => {
  const directory = newDirectory();
  const before = openSqliteStores(directory);
  await before.files.put(file, Buffer.from('abc'));
  await before.close();
  const db = openDatabase(directory);
  db.sql.exec('UPDATE files SET erased = 1');
  db.close();
  const after = openSqliteStores(directory);
  expect(await after.files.get('f')).toBeUndefined();
  await after.close();
  expect(existsSync(filePath(directory, 'f'))).toBe(false);
});

test('words that a crash left in the index are wiped out after the next start', async () => {
  const directory = newDirectory();
  const before = openSqliteStores(directory);
  for (let index = 0; index < 20; index += 1)
    await before.transcript.append(aLine(`l${index}`, 'one', { text: `电话 ${PHONE}` }));
  await before.transcript.search({ text: PHONE, limit: 1 });
  // The erasure is on the disk, the wiping of the index has just begun.
  const erased = before.conversations.erase('one', aConversation('one'));
  while ((await before.transcript.read('one', {})).length > 0) await nextTurn();
  await before.close();
  await erased;
  const after = openSqliteStores(directory);
  expect(await after.transcript.search({ text: PHONE, limit: 1 })).toEqual([]);
  await after.conversations.erase('nobody', aConversation('nobody'));
  await after.close();
  expect(everythingIn(directory)).not.toContain(PHONE);
});

test('half-written files of a crash are swept away at the start', async () => {
  const directory = newDirectory();
  await openSqliteStores(directory).close();
  const half = join(directory, 'files', 'arriving', 'half');
  writeFileSync(half, 'abc');
  await openSqliteStores(directory).close();
  expect(existsSync(half)).toBe(false);
});
