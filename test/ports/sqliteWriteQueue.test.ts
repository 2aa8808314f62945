/** Group commit: one transaction for the writes of a tick, and what happens to the others when one of them fails. */
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { createWriteQueue, type WriteQueue } from '../../src/stores/sqlite/database/writeQueue.ts';

describe('the write queue', () => {
  let sql: DatabaseSync;
  let writes: WriteQueue;
  beforeEach(() => {
    sql = new DatabaseSync(':memory:');
    sql.exec('CREATE TABLE kept (name TEXT PRIMARY KEY)');
    writes = createWriteQueue(sql);
  });
  const put = (name: string) => () => {
    sql.prepare('INSERT INTO kept VALUES (?)').run(name);
    return name;
  };
  const kept = () =>
    sql
      .prepare('SELECT name FROM kept ORDER BY name')
      .all()
      .map((row) => row.name);

  test('one that fails undoes what it wrote itself and nothing of the others', async () => {
    const results = await Promise.allSettled([
      writes.add(put('a')),
      writes.add(() => {
        put('half')();
        throw new Error('changed my mind');
      }),
      writes.add(put('a')),
      writes.add(put('b')),
    ]);
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(kept()).toEqual(['a', 'b']);
  });

  test('what is asked for in one tick is one transaction', async () => {
    const begun: boolean[] = [];
    const look = () => begun.push(sql.isTransaction);
    await Promise.all([writes.add(look, () => look()), writes.add(look, () => look())]);
    // Both within the transaction, then both after it.
    expect(begun).toEqual([true, true, false, false]);
  });

  test('when the transaction itself breaks, nobody is told that their write was kept', async () => {
    const results = await Promise.allSettled([
      writes.add(put('a')),
      writes.add(() => sql.exec('ROLLBACK')),
      writes.add(put('b')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(kept()).toEqual([]);
    await writes.add(put('later'));
    expect(kept()).toEqual(['later']);
  });

  test('a full disk is named, nothing of that write is kept, and the store goes on when there is room', async () => {
    sql.exec('PRAGMA max_page_count = 8');
    const large = () => sql.prepare('INSERT INTO kept VALUES (?)').run('x'.repeat(100_000));
    await expect(writes.add(large)).rejects.toMatchObject({ code: 'store-full' });
    expect(kept()).toEqual([]);
    sql.exec('PRAGMA max_page_count = 1000');
    await writes.add(large);
    expect(kept()).toHaveLength(1);
  });

  test('a write that nobody waits for goes along with the next one', async () => {
    writes.addLater(put('later'));
    await writes.add(put('now'));
    expect(kept()).toEqual(['later', 'now']);
  });

  test('closing does what is waiting and refuses what comes after', async () => {
    writes.addLater(put('later'));
    writes.close();
    expect(kept()).toEqual(['later']);
    await expect(writes.add(put('too late'))).rejects.toMatchObject({ code: 'store-busy' });
  });
});
