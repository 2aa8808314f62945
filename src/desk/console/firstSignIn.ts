/** The first person of a fresh desk: made once, with a password that is shown once. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ids } from '../../ports/clock.ts';
import type { StaffStore } from '../../ports/staff.ts';
import { hashPassword } from './passwords.ts';

const signIn = z.object({ login: z.string(), password: z.string() });

export type FirstSignIn = z.infer<typeof signIn>;

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const passwordFrom = (ids: Ids): string => {
  const group = () => Array.from({ length: 4 }, () => LETTERS[ids.random(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
};

/** What a start wrote down and was killed before it could show. */
const unshown = (note: string): FirstSignIn | undefined =>
  existsSync(note) ? signIn.safeParse(JSON.parse(readFileSync(note, 'utf8'))).data : undefined;

/**
 * Undefined when somebody is there already and it was shown. `note` is a file that holds it until then, so that a
 * process killed in between locks nobody out.
 */
export const firstSignIn = async (
  staff: StaffStore,
  ids: Ids,
  note: string,
): Promise<FirstSignIn | undefined> => {
  const before = unshown(note);
  if ((await staff.count()) > 0) return before;
  const first = before ?? { login: 'admin', password: passwordFrom(ids) };
  writeFileSync(note, JSON.stringify(first), { mode: 0o600 });
  const passwordHash = await hashPassword(first.password);
  await staff.save({ id: ids.next(), login: first.login, name: 'Admin', role: 'manager', passwordHash });
  return first;
};

export const firstSignInShown = (note: string): void => rmSync(note, { force: true });
