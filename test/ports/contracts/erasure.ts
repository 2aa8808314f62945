/** What erasing a conversation leaves in every driver: an anonymous case and nothing else. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach, saved } from '../opened.ts';
import { aCase, aCommit, aConversation, aLine, anEvent, at } from '../samples.ts';

const LIMIT = { limit: 100 };

export const erasureContract = (open: OpenStores): void => {
  describe('erasing a conversation', () => {
    const stores = openedForEach(open);
    const anonymous = aConversation('one', {
      customer: { id: 'erased', tier: 'regular' },
      case: aCase('case', 'one', {
        status: 'closed',
        closeReason: 'erased',
        customer: { id: 'erased', tier: 'regular' },
        facts: {},
        opening: '',
      }),
    });

    const fill = async () => {
      const earlier = await saved(stores(), aConversation('one', { case: aCase('earlier', 'one') }));
      await saved(
        stores(),
        { ...earlier, case: aCase('case', 'one', { number: 'C7' }) },
        {
          lines: [aLine('a', 'one', { text: '我的电话是 13812345678', caseId: 'case' })],
          events: [anEvent('e:1', 'case')],
          deliveries: [{ id: 'a', conversationId: 'one', lineId: 'a' }],
        },
      );
      await stores().transcript.search({ text: '电话', limit: 1 });
      await stores().transcript.append(aLine('b', 'one', { text: '电话 again', clientId: 'mine' }));
      await stores().files.put(
        { id: 'f', conversationId: 'one', name: 'a.png', contentType: 'image/png', bytes: 3 },
        Buffer.from('abc'),
      );
      await saved(stores(), aConversation('two'), { lines: [aLine('other', 'two', { text: '电话' })] });
    };

    test('its lines, files, deliveries, events and other cases are gone, and search finds nothing of it', async () => {
      await fill();
      await stores().conversations.erase('one', anonymous);
      expect(await stores().conversations.load('one')).toBeUndefined();
      expect(await stores().transcript.read('one', {})).toEqual([]);
      expect(await stores().transcript.byId('a')).toBeUndefined();
      expect(await stores().transcript.search({ text: '13812345678', ...LIMIT })).toEqual([]);
      expect(await stores().transcript.search({ caseId: 'case', ...LIMIT })).toEqual([]);
      expect(await stores().outbox.unpublished(10)).toEqual([]);
      expect(await stores().outbox.undelivered(at(9), at(10), 10)).toEqual([]);
      expect(await stores().files.get('f')).toBeUndefined();
      expect(await stores().cases.byId('earlier')).toBeUndefined();
      expect(await stores().cases.unhandled(10)).toEqual(['two']);
    });

    test('other conversations keep what they have', async () => {
      await fill();
      await stores().conversations.erase('one', anonymous);
      const found = await stores().transcript.search({ text: '电话', ...LIMIT });
      expect(found.map((line) => line.id)).toEqual(['other']);
    });

    test('the anonymous case stays for the figures', async () => {
      await fill();
      await stores().conversations.erase('one', anonymous);
      expect(await stores().cases.byId('case')).toEqual(anonymous.case);
      expect(await stores().cases.list({ customerId: 'customer of one', ...LIMIT })).toEqual([]);
    });

    test('nothing can be written to it any more, so that a late message does not bring it back', async () => {
      await fill();
      await stores().conversations.erase('one', anonymous);
      const gone = { code: 'conversation-erased' };
      await expect(stores().transcript.append(aLine('late', 'one'))).rejects.toMatchObject(gone);
      await expect(stores().conversations.commit(aCommit(aConversation('one')))).rejects.toMatchObject(gone);
      const file = { id: 'g', conversationId: 'one', name: 'b', contentType: 'image/png', bytes: 0 };
      await expect(stores().files.put(file, Buffer.alloc(0))).rejects.toMatchObject(gone);
    });

    test('erasing twice is the same as once', async () => {
      await fill();
      await stores().conversations.erase('one', anonymous);
      await stores().conversations.erase('one', anonymous);
      expect(await stores().cases.byId('case')).toEqual(anonymous.case);
    });

    test('a commit that was begun before the erasure is refused', async () => {
      const before = await saved(stores(), aConversation('one'));
      await stores().conversations.erase('one', anonymous);
      await expect(stores().conversations.commit(aCommit(before))).rejects.toMatchObject({
        code: 'conversation-erased',
      });
    });
  });
};
