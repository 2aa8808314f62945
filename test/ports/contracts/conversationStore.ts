/** What every ConversationStore does. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach, saved } from '../opened.ts';
import { aCase, aCommit, aConversation, aLine, anEvent, at } from '../samples.ts';

export const conversationStoreContract = (open: OpenStores): void => {
  describe('conversations', () => {
    const stores = openedForEach(open);

    test('an unknown conversation is not there', async () => {
      expect(await stores().conversations.load('nobody')).toBeUndefined();
    });

    test('what was committed is loaded again, one version higher', async () => {
      const conversation = aConversation('one', { case: aCase('case', 'one'), handled: 2 });
      await saved(stores(), conversation);
      expect(await stores().conversations.load('one')).toEqual({ ...conversation, version: 1 });
    });

    test('the result of a commit is what the next commit goes on from', async () => {
      const first = await saved(stores(), aConversation('one'));
      const second = await saved(stores(), { ...first, handled: 5 });
      expect(second).toMatchObject({ version: 2, handled: 5 });
      expect(await stores().conversations.load('one')).toEqual(second);
    });

    test('a commit from an older version is a conflict and changes nothing', async () => {
      const first = await saved(stores(), aConversation('one', { case: aCase('case', 'one') }));
      const second = await saved(stores(), { ...first, handled: 1 });
      const late = await stores().conversations.commit(
        aCommit(
          { ...first, handled: 9, case: aCase('case', 'one', { status: 'closed' }) },
          {
            lines: [aLine('late', 'one')],
            events: [anEvent('late:1', 'case')],
            deliveries: [{ id: 'late', conversationId: 'one', lineId: 'late' }],
          },
        ),
      );
      expect(late).toEqual({ committed: false, reason: 'conflict' });
      expect(await stores().conversations.load('one')).toEqual(second);
      expect(await stores().transcript.read('one', {})).toEqual([]);
      expect(await stores().cases.byId('case')).toMatchObject({ status: 'with-bot' });
      expect(await stores().outbox.unpublished(10)).toEqual([]);
      expect(await stores().outbox.undelivered(at(9), at(10), 10)).toEqual([]);
    });

    test('of many that begin the same conversation at once, one wins', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores().conversations.commit(aCommit(aConversation('one', { failures: index }))),
        ),
      );
      expect(all.filter((result) => result.committed)).toHaveLength(1);
      expect(await stores().conversations.load('one')).toMatchObject({ version: 1 });
    });

    test('of many that go on from the same version at once, one wins and the rest are conflicts', async () => {
      const first = await saved(stores(), aConversation('one'));
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores().conversations.commit(
            aCommit({ ...first, failures: index }, { lines: [aLine(`line ${index}`, 'one')] }),
          ),
        ),
      );
      const winners = all.filter((result) => result.committed);
      expect(winners).toHaveLength(1);
      expect(await stores().transcript.read('one', {})).toHaveLength(1);
    });

    test('writes of many conversations at once do not disturb each other, also when some are refused', async () => {
      const taken = await saved(stores(), aConversation('taken'));
      await saved(stores(), taken);
      const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
      const results = await Promise.all([
        ...ids.map((id) =>
          stores().conversations.commit(aCommit(aConversation(id), { lines: [aLine(`l ${id}`, id)] })),
        ),
        stores().conversations.commit(aCommit(taken)),
      ]);
      expect(results.filter((result) => !result.committed)).toHaveLength(1);
      for (const id of ids) expect(await stores().transcript.read(id, {})).toHaveLength(1);
    });

    test('a case number that another case has is refused, and nothing is saved', async () => {
      await saved(stores(), aConversation('one', { case: aCase('first', 'one', { number: 'C1' }) }));
      const result = await stores().conversations.commit(
        aCommit(aConversation('two', { case: aCase('second', 'two', { number: 'C1' }) }), {
          lines: [aLine('line', 'two')],
        }),
      );
      expect(result).toEqual({ committed: false, reason: 'number-taken' });
      expect(await stores().conversations.load('two')).toBeUndefined();
      expect(await stores().transcript.read('two', {})).toEqual([]);
      expect(await stores().cases.byNumber('C1')).toMatchObject({ id: 'first' });
    });

    test('of two that take the same number at once, one gets it', async () => {
      const results = await Promise.all(
        ['one', 'two'].map((id) =>
          stores().conversations.commit(
            aCommit(aConversation(id, { case: aCase(`case ${id}`, id, { number: 'C1' }) })),
          ),
        ),
      );
      expect(results.filter((result) => result.committed)).toHaveLength(1);
      expect(results).toContainEqual({ committed: false, reason: 'number-taken' });
    });

    test('lines of a commit are appended in order and returned with their positions', async () => {
      await stores().transcript.append(aLine('before', 'one'));
      const result = await stores().conversations.commit(
        aCommit(aConversation('one'), { lines: [aLine('a', 'one'), aLine('b', 'one')] }),
      );
      expect(result.committed && result.lines.map((line) => [line.id, line.seq])).toEqual([
        ['a', 2],
        ['b', 3],
      ]);
    });

    test('a line that is in the log already is not appended again by a commit', async () => {
      await stores().transcript.append(aLine('a', 'one', { text: 'as it was said' }));
      const result = await stores().conversations.commit(
        aCommit(aConversation('one'), { lines: [aLine('a', 'one', { text: 'again' }), aLine('b', 'one')] }),
      );
      expect(result.committed && result.lines.map((line) => line.text)).toEqual(['as it was said', '你好']);
      const lines = await stores().transcript.read('one', {});
      expect(lines.map((line) => line.id)).toEqual(['a', 'b']);
    });

    test('appending to the transcript does not change the version', async () => {
      const first = await saved(stores(), aConversation('one'));
      await stores().transcript.append(aLine('a', 'one'));
      expect(await saved(stores(), first)).toMatchObject({ version: 2 });
    });
  });
};
