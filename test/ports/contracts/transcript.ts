/** What every Transcript does. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach, saved } from '../opened.ts';
import { aConversation, aLine } from '../samples.ts';

export const transcriptContract = (open: OpenStores): void => {
  describe('transcript', () => {
    const stores = openedForEach(open);

    test('positions count from one, without gaps, in each conversation', async () => {
      for (const id of ['a', 'b', 'c']) await stores().transcript.append(aLine(id, 'one'));
      await stores().transcript.append(aLine('x', 'two'));
      expect((await stores().transcript.read('one', {})).map((line) => line.seq)).toEqual([1, 2, 3]);
      expect((await stores().transcript.read('two', {})).map((line) => line.seq)).toEqual([1]);
    });

    test('a line comes back with everything that was in it', async () => {
      const line = aLine('a', 'one', {
        caseId: 'case',
        from: { kind: 'agent', id: 'li', name: '小李' },
        text: '“引号” \u0000 😡 \n第二行',
        key: 'calm.listen',
        clientId: 'mine',
        card: { kind: 'receipt', data: { fields: [{ name: 'when', text: '昨天' }] } },
        quickReplies: [{ title: '对', value: 'yes' }],
        attachments: [{ id: 'f', name: '照片.png', contentType: 'image/png', bytes: 12 }],
        value: { field: 'when' },
      });
      const { line: appended } = await stores().transcript.append(line);
      expect(appended).toEqual({ ...line, seq: 1 });
      expect(await stores().transcript.read('one', {})).toEqual([appended]);
      expect(await stores().transcript.byId('a')).toEqual(appended);
    });

    test('a line is found by its id, and an unknown one is not', async () => {
      await stores().transcript.append(aLine('a', 'one'));
      expect(await stores().transcript.byId('b')).toBeUndefined();
    });

    test('the same id again gives the line that is there', async () => {
      const first = await stores().transcript.append(aLine('a', 'one', { text: 'first' }));
      const again = await stores().transcript.append(aLine('a', 'one', { text: 'again' }));
      expect(first.added).toBe(true);
      expect(again).toEqual({ line: first.line, added: false });
      expect(await stores().transcript.read('one', {})).toEqual([first.line]);
    });

    test("the sender's own id again gives the line that is there, in the same conversation only", async () => {
      const first = await stores().transcript.append(aLine('a', 'one', { clientId: 'mine' }));
      const again = await stores().transcript.append(aLine('b', 'one', { clientId: 'mine' }));
      const elsewhere = await stores().transcript.append(aLine('c', 'two', { clientId: 'mine' }));
      expect(again).toEqual({ line: first.line, added: false });
      expect(elsewhere.added).toBe(true);
    });

    test('of many appends of the same line at once, one is added', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores().transcript.append(aLine(`try ${index}`, 'one', { clientId: 'mine' })),
        ),
      );
      expect(all.filter((one) => one.added)).toHaveLength(1);
      expect(new Set(all.map((one) => one.line.id)).size).toBe(1);
    });

    test('many appends at once keep the order in which they were asked for', async () => {
      const ids = Array.from({ length: 60 }, (_, index) => `line ${index}`);
      await Promise.all(ids.map((id) => stores().transcript.append(aLine(id, 'one'))));
      const lines = await stores().transcript.read('one', {});
      expect(lines.map((line) => line.id)).toEqual(ids);
      expect(lines.map((line) => line.seq)).toEqual(ids.map((_, index) => index + 1));
    });

    test('reading goes on after a position and stops at the limit', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await stores().transcript.append(aLine(id, 'one'));
      const some = await stores().transcript.read('one', { after: 1, limit: 2 });
      expect(some.map((line) => line.id)).toEqual(['b', 'c']);
      expect(await stores().transcript.read('one', { after: 4 })).toEqual([]);
      expect(await stores().transcript.read('unknown', {})).toEqual([]);
    });

    test('a long conversation is read right from any position', async () => {
      const ids = Array.from({ length: 300 }, (_, index) => `line ${index + 1}`);
      await Promise.all(ids.map((id) => stores().transcript.append(aLine(id, 'one'))));
      for (const after of [0, 1, 100, 171, 172, 236, 299, 300, 301]) {
        const lines = await stores().transcript.read('one', { after });
        expect(lines.map((line) => line.id)).toEqual(ids.slice(after));
      }
    });

    test('a reader for customers never sees a note, and the limit counts what it sees', async () => {
      await saved(stores(), aConversation('one'), {
        lines: [
          aLine('a', 'one'),
          aLine('n', 'one', { audience: 'note', from: { kind: 'agent', id: 'li', name: '小李' } }),
          aLine('b', 'one'),
        ],
      });
      const seen = await stores().transcript.read('one', { audience: 'public', limit: 2 });
      expect(seen.map((line) => line.id)).toEqual(['a', 'b']);
      expect(await stores().transcript.read('one', {})).toHaveLength(3);
    });
  });
};
