/** The backup command: while the store is in use, complete or not at all, and a restored copy is the store again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupDirectory } from '../../src/stores/sqlite/backup.ts';
import { filePath } from '../../src/stores/sqlite/files/filePath.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { saved } from './opened.ts';
import { aCase, aConversation, aLine, at } from './samples.ts';
import { temporaryDirectories } from './temporary.ts';

const newDirectory = temporaryDirectories();
const root = join(import.meta.dirname, '../..');

const filled = async (directory: string) => {
  const stores = openSqliteStores(directory);
  await saved(stores, aConversation('one', { case: aCase('k', 'one', { number: 'C1' }) }), {
    lines: [aLine('a', 'one', { text: '我要退款' })],
  });
  const file = { id: 'f', conversationId: 'one', name: 'a.png', contentType: 'image/png', bytes: 3 };
  await stores.files.put(file, Buffer.from('abc'));
  writeFileSync(join(directory, 'secrets.json'), '{"session":"s"}', { mode: 0o600 });
  return stores;
};

const run = async (dataDir: string, ...words: readonly string[]) => {
  const child = spawn(process.execPath, [join(root, 'src/backup.ts'), ...words], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
  const [code] = await once(child, 'close');
  return { code, said };
};

test('a backup made while the store is written to is restored by putting it in place of the data directory', async () => {
  const directory = newDirectory();
  const stores = await filled(directory);
  let writing = true;
  const acknowledged: string[] = [];
  const writer = (async () => {
    for (let index = 0; writing; index += 1) {
      await stores.transcript.append(aLine(`w${index}`, 'two'));
      acknowledged.push(`w${index}`);
    }
  })();
  const target = join(newDirectory(), 'monday');
  const before = [...acknowledged];
  const { code, said } = await run(directory, target);
  writing = false;
  await writer;
  expect(said).toMatch(/monday: 1 conversations, \d+ lines, 1 files/);
  expect(code).toBe(0);
  await stores.close();

  const restored = join(newDirectory(), 'data');
  cpSync(target, restored, { recursive: true });
  const again = openSqliteStores(restored);
  expect(await again.conversations.load('one')).toMatchObject({ case: { number: 'C1' } });
  expect(await again.transcript.search({ text: '退款', limit: 5 })).toMatchObject([{ id: 'a' }]);
  expect((await again.files.get('f'))?.content.toString()).toBe('abc');
  const lines = (await again.transcript.read('two', {})).map((line) => line.id);
  expect(lines.slice(0, before.length)).toEqual(before);
  expect(lines).toEqual(acknowledged.slice(0, lines.length));
  expect((await again.transcript.append(aLine('next', 'one'))).line.seq).toBe(2);
  expect(await again.cases.due(at(30), at(31), 5)).toEqual(['one']);
  await again.close();
  expect(readFileSync(join(restored, 'secrets.json'), 'utf8')).toBe('{"session":"s"}');
});

test('only the owner can read a backup', async () => {
  const directory = newDirectory();
  const stores = await filled(directory);
  await stores.close();
  const target = join(newDirectory(), 'copy');
  backupDirectory(directory, target);
  expect(statSync(target).mode & 0o077).toBe(0);
});

test('a folder that is there already is never written to', async () => {
  const directory = newDirectory();
  await (await filled(directory)).close();
  const target = newDirectory();
  const { code, said } = await run(directory, target);
  expect(code).toBe(1);
  expect(said).toContain('backup-refused');
  expect(readdirSync(target)).toEqual([]);
});

test('without a store or a target it says what is missing', async () => {
  const parent = newDirectory();
  expect(await run(newDirectory(), join(parent, 'copy'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('DATA_DIR'),
  });
  expect(await run(parent)).toMatchObject({ code: 64, said: expect.stringContaining('usage') });
  expect(readdirSync(parent)).toEqual([]);
});

test('a damaged store is not taken for a backup', async () => {
  const directory = newDirectory();
  const stores = await filled(directory);
  const lines = Array.from({ length: 300 }, (_, index) =>
    aLine(`x${index}`, 'one', { text: '字'.repeat(200) }),
  );
  await Promise.all(lines.map((line) => stores.transcript.append(line)));
  await stores.close();
  const path = join(directory, 'calmdesk.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096 * 30);
  writeFileSync(path, bytes);
  const target = join(newDirectory(), 'copy');
  expect(() => backupDirectory(directory, target)).toThrowError(
    expect.objectContaining({ code: 'store-damaged' }),
  );
  expect(existsSync(target)).toBe(false);
  expect(existsSync(`${target}.partial`)).toBe(false);
});

test('a file that is not on the disk is counted, and the rest is copied', async () => {
  const directory = newDirectory();
  const stores = await filled(directory);
  await stores.files.put(
    { id: 'g', conversationId: 'one', name: 'b.png', contentType: 'image/png', bytes: 3 },
    Buffer.from('def'),
  );
  await stores.close();
  rmSync(filePath(directory, 'g'));
  expect(backupDirectory(directory, join(newDirectory(), 'copy'))).toMatchObject({ files: 1, missing: 1 });
});
