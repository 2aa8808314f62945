/** `npm run corrections` beside a store that a server has open: what it prints, what it adds, what it refuses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, CauseCorrection } from '../src/domain/case.ts';
import type { Stores } from '../src/ports/stores.ts';
import { openSqliteStores } from '../src/stores/sqlite/index.ts';
import { saved } from './ports/opened.ts';
import { aCase, aConversation, aLine } from './ports/samples.ts';

const root = join(import.meta.dirname, '..');
const WAITING = { group: 'service', sub: 'waiting' } as const;
const corrected = (at: string): CauseCorrection => ({ at, to: WAITING, by: { id: 'li', name: '小李' } });

let folder = '';
let data = '';
let stores: Stores;

const keep = (id: string, text: string, change: Partial<Case>) =>
  saved(
    stores,
    aConversation(id, { case: aCase(`case-${id}`, id, { number: id, opening: text, ...change }) }),
    {
      lines: [aLine(`line-${id}`, id, { text })],
    },
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'calmdesk-corrections-'));
  data = join(folder, 'data');
  stores = openSqliteStores(data);
  await keep('C1', '等了两个小时没人理，打13800138000', {
    corrections: [corrected('2026-10-31T15:59:00.000Z')],
  });
  await keep('C2', '等到天黑也没轮到我们', { corrections: [corrected('2026-10-31T16:01:00.000Z')] });
  await keep('C3', '水壶坏了', {});
});
afterAll(async () => {
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (...words: readonly string[]) => {
  const child = spawn(process.execPath, [join(root, 'src/corrections.ts'), ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: data },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (bytes) => {
    out += bytes;
  });
  child.stderr.on('data', (bytes) => {
    err += bytes;
  });
  const [status] = await once(child, 'close');
  return { status, out, err };
};
const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('npm run corrections', () => {
  it('prints a row for each case that was corrected, while the store is in use', async () => {
    const { status, out, err } = await run();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(rowsOf(out)).toMatchObject([
      { id: 'C1', text: '等了两个小时没人理，打***', ...WAITING, by: '小李', reviewed: false },
      { id: 'C2', text: '等到天黑也没轮到我们' },
    ]);
  });

  it('since a day that begins in the shop’s time zone', async () => {
    expect(rowsOf((await run('--since', '2026-11-01')).out)).toMatchObject([{ id: 'C2' }]);
  });

  it('adds to the shop’s file what is not there yet, whole, and leaves nothing else behind', async () => {
    const shop = join(folder, 'shop');
    expect((await run('--shop', shop)).out).toMatch(/corrections\.jsonl: 2 added, 0 renewed, 0 removed/);
    const file = join(shop, 'corrections.jsonl');
    const reviewed = readFileSync(file, 'utf8').replace('"reviewed":false', '"reviewed":true');
    writeFileSync(file, reviewed);
    expect((await run('--shop', shop)).out).toMatch(/0 added, 0 renewed/);
    expect(readFileSync(file, 'utf8')).toBe(reviewed);
    expect(readdirSync(shop)).toEqual(['corrections.jsonl']);
  });

  it.each([
    [['--since', 'yesterday'], 64, /^--since must be a day such as 2026-11-01, not yesterday\n$/],
    [['--from', 'x'], 64, /^usage: npm run corrections -- .*\n$/],
    [['--shop', '/dev/null/shop'], 73, /^--shop must be a folder: \/dev\/null\/shop\n$/],
  ])('refuses %s in one line', async (words, status, line) => {
    const refused = await run(...words);
    expect(refused).toMatchObject({ status, out: '' });
    expect(refused.err).toMatch(line);
  });

  it('says so where there is no store, and makes none', async () => {
    const before = data;
    data = join(folder, 'nowhere');
    const { status, err } = await run();
    expect({ status, there: existsSync(data) }).toEqual({ status: 1, there: false });
    expect(err).toMatch(/^store-missing: there is no store in .*\n$/);
    data = before;
  });
});
