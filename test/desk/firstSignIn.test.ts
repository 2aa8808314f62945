/** Nobody is locked out of a fresh desk, also when the first start is killed before it has shown the password. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemIds } from '../../src/app/systemClock.ts';
import { firstSignIn, firstSignInShown } from '../../src/desk/console/firstSignIn.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calmdesk-sign-in-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('shows the first sign-in again when the start that made it was killed, and never once it was shown', async () => {
  const { staff } = createMemoryStores();
  const note = join(folder, 'first-sign-in.json');
  const first = await firstSignIn(staff, systemIds, note);
  expect(first?.login).toBe('admin');

  expect(await firstSignIn(staff, systemIds, note)).toEqual(first);

  firstSignInShown(note);
  expect(existsSync(note)).toBe(false);
  expect(await firstSignIn(staff, systemIds, note)).toBeUndefined();
});
