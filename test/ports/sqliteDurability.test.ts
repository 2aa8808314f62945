/** Nobody is told that a write is kept before the log is on the disk, and everybody is told in the end. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDurability, type Durability } from '../../src/stores/sqlite/database/durability.ts';
import { temporaryDirectories } from './temporary.ts';

const newDirectory = temporaryDirectories();

describe('the flush of the log', () => {
  let file: string;
  let durability: Durability;
  beforeEach(() => {
    file = join(newDirectory(), 'log');
    writeFileSync(file, 'x');
    durability = createDurability(file);
  });

  const writer = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    return { promise, writer: { done: resolve, fail: reject } };
  };

  test('tells nobody within the same moment, and all of them afterwards, in order', async () => {
    const told: number[] = [];
    const all = [1, 2, 3].map((number) => {
      const one = writer();
      durability.tellWhenKept([{ ...one.writer, done: () => one.writer.done(void told.push(number)) }]);
      return one.promise;
    });
    expect(told).toEqual([]);
    expect(durability.quiet).toBe(false);
    await Promise.all(all);
    expect(told).toEqual([1, 2, 3]);
    expect(durability.quiet).toBe(true);
    durability.close();
  });

  test('tells those who still wait when it closes', async () => {
    const one = writer();
    durability.tellWhenKept([one.writer]);
    durability.close();
    expect(durability.quiet).toBe(true);
    await one.promise;
  });

  test('promises nothing any more once a flush has failed', async () => {
    // A device that cannot be flushed.
    const dying = createDurability('/dev/null');
    const one = writer();
    dying.tellWhenKept([one.writer]);
    await expect(one.promise).rejects.toMatchObject({ code: 'EINVAL' });
    const two = writer();
    dying.tellWhenKept([two.writer]);
    await expect(two.promise).rejects.toMatchObject({ code: 'EINVAL' });
  });
});
