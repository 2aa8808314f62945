/** A store that cannot be used is refused with a clear reason, and its file is left as it is. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { aLine } from './samples.ts';
import { temporaryDirectories } from './temporary.ts';

const newDirectory = temporaryDirectories();
const NOW = { lockWaitMs: 0 };

const filled = async (lines: number, words = 20) => {
  const directory = newDirectory();
  const stores = openSqliteStores(directory);
  const all = Array.from({ length: lines }, (_, index) =>
    stores.transcript.append(aLine(`l${index}`, 'one', { text: '很长的一句话'.repeat(words) })),
  );
  await Promise.all(all);
  await stores.close();
  return { directory, path: join(directory, 'calmdesk.db') };
};

const refused = (directory: string, path: string, code: string) => {
  const before = readFileSync(path);
  expect(() => openSqliteStores(directory, NOW)).toThrowError(expect.objectContaining({ code }));
  expect(readFileSync(path).equals(before)).toBe(true);
};

describe('a damaged file is refused', () => {
  test('when it is something else altogether', async () => {
    const { directory, path } = await filled(1);
    writeFileSync(path, 'this was a database once'.repeat(500));
    refused(directory, path, 'store-damaged');
  });

  test('when its end is missing', async () => {
    const { directory, path } = await filled(200);
    truncateSync(path, Math.floor(statSync(path).size / 2));
    refused(directory, path, 'store-damaged');
  });

  test('when it is cut down to a few bytes', async () => {
    const { directory, path } = await filled(1);
    truncateSync(path, 50);
    refused(directory, path, 'store-damaged');
  });

  test('when pages in its middle are overwritten', async () => {
    const { directory, path } = await filled(200);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 3, bytes.length - 4096);
    writeFileSync(path, bytes);
    refused(directory, path, 'store-damaged');
  });

  test('when it is the database of another program', async () => {
    const directory = newDirectory();
    const path = join(directory, 'calmdesk.db');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    refused(directory, path, 'store-damaged');
  });

  test('and says where to read on', async () => {
    const { directory, path } = await filled(1);
    writeFileSync(path, 'x'.repeat(5000));
    expect(() => openSqliteStores(directory)).toThrow(/calmdesk\.db: .*docs\/storage\.md/);
  });
});

test('damage that is met later is named too', async () => {
  const { directory, path } = await filled(6000, 120);
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096 * 200);
  writeFileSync(path, bytes);
  const stores = openSqliteStores(directory);
  const asked = Promise.all([
    stores.transcript.read('one', {}),
    stores.transcript.append(aLine('new', 'one')),
  ]);
  await expect(asked).rejects.toMatchObject({ code: 'store-damaged' });
  await stores.close();
});

test('a newer schema is refused', async () => {
  const { directory, path } = await filled(1);
  const db = new DatabaseSync(path);
  db.exec('PRAGMA user_version = 99');
  db.close();
  refused(directory, path, 'store-newer');
});

describe('two at the same data directory', () => {
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill('SIGKILL');
  });

  test('within a process: the second is refused until the first has closed', async () => {
    const directory = newDirectory();
    const first = openSqliteStores(directory);
    expect(() => openSqliteStores(directory, NOW)).toThrowError(
      expect.objectContaining({ code: 'store-busy', message: expect.stringContaining(directory) }),
    );
    await first.close();
    await openSqliteStores(directory, NOW).close();
  });

  test('another process is refused, and let in when the first was killed', async () => {
    const directory = newDirectory();
    const script = `const { openSqliteStores } = await import(${JSON.stringify(
      join(import.meta.dirname, '../../src/stores/sqlite/index.ts'),
    )}); openSqliteStores(${JSON.stringify(directory)}); console.log('open'); setInterval(() => {}, 1000);`;
    child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout ?? child, 'data');
    expect(() => openSqliteStores(directory, NOW)).toThrowError(
      expect.objectContaining({ code: 'store-busy' }),
    );
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const stores = openSqliteStores(directory, NOW);
    await stores.ping();
    await stores.close();
  });
});
