/** People who work at the desk. Sessions are signed cookies made elsewhere; here is only who may have one. */
import type { Role } from '../domain/actor.ts';

export interface Staff {
  readonly id: string;
  /** Compared without regard to case and width. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

export interface StaffStore {
  find(login: string): Promise<Staff | undefined>;
  /** Adds a person or changes the one with that id; false when somebody else has the login. */
  save(staff: Staff): Promise<boolean>;
  count(): Promise<number>;
}
