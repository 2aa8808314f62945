/** What every StaffStore does. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach } from '../opened.ts';

const li = { id: 's1', login: 'Li@shop.example', name: '小李', role: 'agent', passwordHash: 'x' } as const;

export const staffContract = (open: OpenStores): void => {
  describe('staff', () => {
    const stores = openedForEach(open);

    test('nobody at first', async () => {
      expect(await stores().staff.count()).toBe(0);
      expect(await stores().staff.find('li@shop.example')).toBeUndefined();
    });

    test('a person is found by login, whatever the case and width of its letters', async () => {
      expect(await stores().staff.save(li)).toBe(true);
      for (const login of ['Li@shop.example', ' LI@SHOP.EXAMPLE', 'ｌｉ@shop.example'])
        expect(await stores().staff.find(login)).toEqual(li);
    });

    test('saving again changes the person, also the login', async () => {
      await stores().staff.save(li);
      await stores().staff.save({ ...li, login: 'xiaoli', role: 'manager' });
      expect(await stores().staff.count()).toBe(1);
      expect(await stores().staff.find('xiaoli')).toMatchObject({ role: 'manager' });
      expect(await stores().staff.find(li.login)).toBeUndefined();
    });

    test('a login that somebody else has is refused', async () => {
      await stores().staff.save(li);
      expect(await stores().staff.save({ ...li, id: 's2', name: 'Lily', login: 'LI@shop.example' })).toBe(
        false,
      );
      expect(await stores().staff.find(li.login)).toEqual(li);
      expect(await stores().staff.count()).toBe(1);
    });
  });
};
