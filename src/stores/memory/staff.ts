/** Staff in memory. */
import type { StaffStore } from '../../ports/staff.ts';
import { loginKey } from '../loginKey.ts';
import { plain } from './plain.ts';
import type { MemoryState } from './state.ts';

export const memoryStaff = (state: MemoryState): StaffStore => {
  const find = (login: string) => state.staff.values().find((one) => loginKey(one.login) === loginKey(login));
  return {
    find: async (login) => find(login),
    save: async (staff) => {
      if ((find(staff.login)?.id ?? staff.id) !== staff.id) return false;
      state.staff.set(staff.id, plain(staff));
      return true;
    },
    count: async () => state.staff.size,
  };
};
