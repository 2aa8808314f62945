/** What every CaseIndex does. */
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import type { CaseFilter } from '../../../src/ports/caseIndex.ts';
import { type OpenStores, openedForEach, saved } from '../opened.ts';
import { aCase, aConversation, aLine, at } from '../samples.ts';

const agent = (id: string) => ({ kind: 'agent', id, name: id }) as const;

export const caseIndexContract = (open: OpenStores): void => {
  describe('cases', () => {
    const stores = openedForEach(open);
    const keep = (id: string, change: Partial<Case> = {}) =>
      saved(stores(), aConversation(`of ${id}`, { case: aCase(id, `of ${id}`, change) }));
    const list = async (filter: Partial<CaseFilter> = {}) =>
      (await stores().cases.list({ limit: 50, ...filter })).map((found) => found.id);

    test('a case is found by id and by number, as it is now', async () => {
      const first = await keep('a', { number: 'C1' });
      const changed = aCase('a', 'of a', { number: 'C1', status: 'queued', holder: { kind: 'queue' } });
      await saved(stores(), { ...first, case: changed });
      expect(await stores().cases.byId('a')).toEqual(changed);
      expect(await stores().cases.byNumber('C1')).toEqual(changed);
      expect(await stores().cases.byId('b')).toBeUndefined();
      expect(await stores().cases.byNumber('C2')).toBeUndefined();
    });

    test('a case is found after its conversation has a newer one', async () => {
      const first = await keep('old', { status: 'closed' });
      await saved(stores(), { ...first, case: aCase('new', 'of old') });
      expect(await stores().cases.byId('old')).toMatchObject({ status: 'closed' });
      expect(await stores().cases.byId('new')).toMatchObject({ status: 'with-bot' });
      expect(await stores().conversations.load('of old')).toMatchObject({ case: { id: 'new' } });
    });

    test('the list is newest first, page after page', async () => {
      await keep('a', { receivedAt: at(1) });
      await keep('b', { receivedAt: at(2) });
      await keep('c', { receivedAt: at(2) });
      await keep('d', { receivedAt: at(3) });
      expect(await list()).toEqual(['d', 'c', 'b', 'a']);
      expect(await list({ limit: 2 })).toEqual(['d', 'c']);
      expect(await list({ limit: 2, after: 'c' })).toEqual(['b', 'a']);
      expect(await list({ after: 'a' })).toEqual([]);
    });

    test('the list is filtered by status, people and time', async () => {
      await keep('bot', { receivedAt: at(1) });
      await keep('held', {
        status: 'with-agent',
        holder: agent('li'),
        owner: agent('li'),
        receivedAt: at(2),
      });
      await keep('owned', {
        status: 'queued',
        holder: { kind: 'queue' },
        owner: agent('li'),
        receivedAt: at(3),
      });
      expect(await list({ statuses: ['queued', 'with-agent'] })).toEqual(['owned', 'held']);
      expect(await list({ statuses: [] })).toEqual([]);
      expect(await list({ holderId: 'li' })).toEqual(['held']);
      expect(await list({ ownerId: 'li' })).toEqual(['owned', 'held']);
      expect(await list({ ownerId: 'li', statuses: ['queued'] })).toEqual(['owned']);
      expect(await list({ customerId: 'customer of of bot' })).toEqual(['bot']);
      expect(await list({ receivedFrom: at(2), receivedTo: at(3) })).toEqual(['held']);
    });

    test('who no longer holds a case does not find it', async () => {
      const first = await keep('a', { status: 'with-agent', holder: agent('li'), owner: agent('li') });
      await saved(stores(), {
        ...first,
        case: aCase('a', 'of a', { status: 'with-agent', holder: agent('wang'), owner: agent('li') }),
      });
      expect(await list({ holderId: 'li' })).toEqual([]);
      expect(await list({ holderId: 'wang' })).toEqual(['a']);
    });

    test('counts the open ones by status, and orphans', async () => {
      await keep('a');
      await keep('b');
      await keep('c', { status: 'queued' });
      const { deadline: _, ...unarmed } = aCase('closed', 'of closed', { status: 'closed' });
      await saved(stores(), aConversation('of closed', { case: unarmed }));
      expect(await stores().cases.counts()).toEqual({ byStatus: { 'with-bot': 2, queued: 1 }, orphans: 0 });
      await saved(
        stores(),
        aConversation('of lost', { case: { ...unarmed, id: 'lost', number: 'C9', status: 'queued' } }),
      );
      expect((await stores().cases.counts()).orphans).toBe(1);
    });
  });
};

export const deadlinesContract = (open: OpenStores): void => {
  describe('what is due', () => {
    const stores = openedForEach(open);
    const keep = (id: string, dueAt: string) =>
      saved(
        stores(),
        aConversation(`of ${id}`, { case: aCase(id, `of ${id}`, { deadline: { kind: 'silence', dueAt } }) }),
      );

    test('gives conversations whose deadline is reached, the oldest deadline first', async () => {
      await keep('a', at(20));
      await keep('b', at(10));
      await keep('c', at(31));
      expect(await stores().cases.due(at(9), at(12), 10)).toEqual([]);
      expect(await stores().cases.due(at(20), at(25), 10)).toEqual(['of b', 'of a']);
    });

    test('gives none twice before its lease is over, and again afterwards, as after a crash', async () => {
      await keep('a', at(10));
      expect(await stores().cases.due(at(10), at(15), 10)).toEqual(['of a']);
      expect(await stores().cases.due(at(14), at(19), 10)).toEqual([]);
      expect(await stores().cases.due(at(15), at(20), 10)).toEqual(['of a']);
    });

    test('many who ask at once share them without one being given twice', async () => {
      for (let index = 0; index < 10; index += 1) await keep(`k${index}`, at(1));
      const asked = await Promise.all(Array.from({ length: 5 }, () => stores().cases.due(at(2), at(7), 4)));
      const given = asked.flat();
      expect(given).toHaveLength(10);
      expect(new Set(given).size).toBe(10);
    });

    test('a new deadline is due at its own time, whatever lease the old one had', async () => {
      const first = await keep('a', at(10));
      await stores().cases.due(at(10), at(60), 10);
      await saved(stores(), {
        ...first,
        case: aCase('a', 'of a', { deadline: { kind: 'silence', dueAt: at(20) } }),
      });
      expect(await stores().cases.due(at(20), at(25), 10)).toEqual(['of a']);
    });

    test('a commit that leaves the deadline as it is leaves the lease as it is', async () => {
      const first = await keep('a', at(10));
      await stores().cases.due(at(10), at(60), 10);
      await saved(stores(), { ...first, handled: 1 });
      expect(await stores().cases.due(at(20), at(25), 10)).toEqual([]);
    });

    test('a closed case is never due', async () => {
      const first = await keep('a', at(10));
      const { deadline: _, ...closed } = aCase('a', 'of a', { status: 'closed' });
      await saved(stores(), { ...first, case: closed });
      expect(await stores().cases.due(at(99), at(100), 10)).toEqual([]);
    });
  });

  describe('lines that nobody has answered', () => {
    const stores = openedForEach(open);

    test('a conversation is unhandled from the customer’s line until a commit has handled it', async () => {
      const first = await saved(stores(), aConversation('one'));
      expect(await stores().cases.unhandled(10)).toEqual([]);
      const { line } = await stores().transcript.append(aLine('a', 'one'));
      expect(await stores().cases.unhandled(10)).toEqual(['one']);
      await saved(stores(), { ...first, handled: line.seq });
      expect(await stores().cases.unhandled(10)).toEqual([]);
    });

    test('a line that came while another was answered keeps it unhandled', async () => {
      const first = await saved(stores(), aConversation('one'));
      const { line } = await stores().transcript.append(aLine('a', 'one'));
      await stores().transcript.append(aLine('b', 'one'));
      await saved(stores(), { ...first, handled: line.seq });
      expect(await stores().cases.unhandled(10)).toEqual(['one']);
    });

    test('lines of the bot, of agents and notes wait for nobody', async () => {
      await saved(stores(), aConversation('one'), {
        lines: [
          aLine('a', 'one', { from: { kind: 'bot' } }),
          aLine('b', 'one', { from: { kind: 'agent', id: 'li', name: '小李' } }),
          aLine('c', 'one', { audience: 'note' }),
        ],
      });
      expect(await stores().cases.unhandled(10)).toEqual([]);
    });

    test('gives no more than the limit', async () => {
      for (const id of ['one', 'two', 'three']) {
        await saved(stores(), aConversation(id));
        await stores().transcript.append(aLine(`l ${id}`, id));
      }
      expect(await stores().cases.unhandled(2)).toHaveLength(2);
    });
  });
};
