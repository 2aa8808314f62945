/** What every Files does. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach } from '../opened.ts';

const file = (id: string, conversationId: string) => ({
  id,
  conversationId,
  name: '收据.png',
  contentType: 'image/png',
  bytes: 4,
});
const content = Buffer.from([0, 255, 10, 13]);

export const filesContract = (open: OpenStores): void => {
  describe('files', () => {
    const stores = openedForEach(open);

    test('a file comes back byte for byte with what is known of it', async () => {
      await stores().files.put(file('f', 'one'), content);
      const found = await stores().files.get('f');
      expect(found?.file).toEqual(file('f', 'one'));
      expect(found?.content.equals(content)).toBe(true);
    });

    test('an unknown file is not there, also when its id looks like a path', async () => {
      for (const id of ['nothing', '../calmdesk.db', '/etc/passwd', ''])
        expect(await stores().files.get(id)).toBeUndefined();
    });

    test('an id that looks like a path is only a name', async () => {
      await stores().files.put(file('../../escape', 'one'), content);
      expect((await stores().files.get('../../escape'))?.content.equals(content)).toBe(true);
    });

    test('the same id again leaves the first content', async () => {
      await stores().files.put(file('f', 'one'), content);
      await stores().files.put(file('f', 'two'), Buffer.from('other'));
      const found = await stores().files.get('f');
      expect(found?.file.conversationId).toBe('one');
      expect(found?.content.equals(content)).toBe(true);
    });

    test('many at once are all kept', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `f${index}`);
      await Promise.all(ids.map((id) => stores().files.put(file(id, 'one'), Buffer.from(id))));
      for (const id of ids) expect((await stores().files.get(id))?.content.toString()).toBe(id);
    });

    test('the files of an erased conversation are gone, those of others stay', async () => {
      await stores().files.put(file('f', 'one'), content);
      await stores().files.put(file('g', 'two'), content);
      await stores().files.eraseConversation('one');
      await stores().files.eraseConversation('one');
      expect(await stores().files.get('f')).toBeUndefined();
      expect(await stores().files.get('g')).toBeDefined();
    });
  });
};
