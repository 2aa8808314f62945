/** The first person of a fresh desk: made once, with a password that is shown once. */
import type { Ids } from '../../ports/clock.ts';
import type { StaffStore } from '../../ports/staff.ts';
import { hashPassword } from './passwords.ts';

export interface FirstSignIn {
  readonly login: string;
  readonly password: string;
}

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const passwordFrom = (ids: Ids): string => {
  const group = () => Array.from({ length: 4 }, () => LETTERS[ids.random(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
};

/** Undefined when somebody is there already. */
export const firstSignIn = async (staff: StaffStore, ids: Ids): Promise<FirstSignIn | undefined> => {
  if ((await staff.count()) > 0) return undefined;
  const password = passwordFrom(ids);
  const passwordHash = await hashPassword(password);
  const made = await staff.save({
    id: ids.next(),
    login: 'admin',
    name: 'Admin',
    role: 'manager',
    passwordHash,
  });
  return made ? { login: 'admin', password } : undefined;
};
