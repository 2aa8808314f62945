/** What every Outbox does. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach, saved } from '../opened.ts';
import { aCase, aConversation, aLine, anEvent, at } from '../samples.ts';

const bot = { from: { kind: 'bot' } } as const;

export const outboxContract = (open: OpenStores): void => {
  describe('events to publish', () => {
    const stores = openedForEach(open);
    const left = async (limit = 10) => (await stores().outbox.unpublished(limit)).map((event) => event.id);

    test('stay with the commit, in order, until they are published', async () => {
      await saved(stores(), aConversation('one', { case: aCase('k', 'one') }), {
        events: [anEvent('o:1', 'k'), anEvent('o:2', 'k')],
      });
      await saved(stores(), aConversation('two'), { events: [anEvent('p:1', 'm')] });
      expect(await stores().outbox.unpublished(10)).toEqual([
        anEvent('o:1', 'k'),
        anEvent('o:2', 'k'),
        anEvent('p:1', 'm'),
      ]);
      expect(await left(1)).toEqual(['o:1']);
      await stores().outbox.published(['o:1', 'o:2']);
      expect(await left()).toEqual(['p:1']);
      await stores().outbox.published(['p:1']);
      expect(await left()).toEqual([]);
    });

    test('a part of a commit can be published before the rest', async () => {
      await saved(stores(), aConversation('one'), { events: [anEvent('o:1', 'k'), anEvent('o:2', 'k')] });
      await stores().outbox.published(['o:1']);
      expect(await left()).toEqual(['o:2']);
    });

    test('publishing what is unknown or was published is harmless', async () => {
      await saved(stores(), aConversation('one'), { events: [anEvent('o:1', 'k')] });
      await stores().outbox.published(['o:1', 'nobody']);
      await stores().outbox.published(['o:1']);
      expect(await left()).toEqual([]);
    });
  });

  describe('messages to deliver', () => {
    const stores = openedForEach(open);
    const send = (conversationId: string, ...ids: readonly string[]) =>
      saved(stores(), aConversation(conversationId), {
        lines: ids.map((id) => aLine(id, conversationId, bot)),
        deliveries: ids.map((id) => ({ id, conversationId, lineId: id, epoch: 2 })),
      });
    const take = async (now: number, leaseUntil: number, limit = 10) =>
      (await stores().outbox.undelivered(at(now), at(leaseUntil), limit)).map((delivery) => delivery.id);

    test('are given with their epoch and the tries so far, oldest first', async () => {
      await send('one', 'a', 'b');
      await send('two', 'c');
      const given = await stores().outbox.undelivered(at(1), at(2), 10);
      expect(given).toEqual([
        { id: 'a', conversationId: 'one', lineId: 'a', epoch: 2, attempts: 0 },
        { id: 'b', conversationId: 'one', lineId: 'b', epoch: 2, attempts: 0 },
        { id: 'c', conversationId: 'two', lineId: 'c', epoch: 2, attempts: 0 },
      ]);
    });

    test('are not given twice while leased, and again when the lease is over', async () => {
      await send('one', 'a');
      expect(await take(1, 5)).toEqual(['a']);
      expect(await take(4, 9)).toEqual([]);
      expect(await take(5, 9)).toEqual(['a']);
    });

    test('a delivered one is gone', async () => {
      await send('one', 'a', 'b');
      await take(1, 5);
      await stores().outbox.delivered('a');
      expect(await take(5, 9)).toEqual(['b']);
    });

    test('one that failed comes again at its time, with one try more, and holds back the later ones', async () => {
      await send('one', 'a', 'b');
      await send('two', 'c');
      await take(1, 2);
      await stores().outbox.failed('a', at(10), 'timeout');
      expect(await take(5, 6)).toEqual(['c']);
      expect((await stores().outbox.undelivered(at(10), at(12), 1))[0]).toMatchObject({
        id: 'a',
        attempts: 1,
      });
      await stores().outbox.delivered('a');
      expect(await take(10, 12)).toEqual(['b', 'c']);
    });

    test('one that was given up is not given again and holds nobody back', async () => {
      await send('one', 'a', 'b');
      await take(1, 2);
      await stores().outbox.failed('a', null, 'no such chat');
      expect(await take(5, 6)).toEqual(['b']);
    });

    test('no more than the limit, and order is kept across calls', async () => {
      await send('one', 'a', 'b', 'c');
      expect(await take(1, 5, 2)).toEqual(['a', 'b']);
      expect(await take(1, 5, 2)).toEqual([]);
      await stores().outbox.delivered('a');
      await stores().outbox.delivered('b');
      expect(await take(1, 5, 2)).toEqual(['c']);
    });

    test('a line that was in the log already is not delivered again', async () => {
      const first = await send('one', 'a');
      await stores().outbox.delivered('a');
      await saved(stores(), first, {
        lines: [aLine('a', 'one', bot)],
        deliveries: [{ id: 'a', conversationId: 'one', lineId: 'a' }],
      });
      expect(await take(5, 9)).toEqual([]);
    });
  });
};
