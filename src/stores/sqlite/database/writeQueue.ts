/**
 * Group commit: writes asked for in the same tick share one transaction and one flush, so that a refused one undoes
 * nothing of the others. A write resolves when it is on the disk.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../../domain/fault.ts';
import { atOnce, type Durability } from './durability.ts';
import { createTransaction, type Job } from './transaction.ts';

export interface WriteQueue {
  /** `committed` runs right after the commit, before anybody hears of it: for caches. */
  add<T>(write: () => T, committed?: (result: T) => void): Promise<T>;
  /** A write that nobody waits for and that may be lost in a crash: it goes along with the next ones. */
  addLater(write: () => void): void;
  /** Does now what is waiting. */
  flush(): void;
  /** Resolves when everything that was asked for is kept and has been told. */
  settled(): Promise<void>;
  close(): void;
}

/** How long a write that nobody waits for waits for company. */
const LATER_MS = 100;

const jobOf = <T>(
  write: () => T,
  committed: ((result: T) => void) | undefined,
  resolve: (result: T) => void,
  fail: (error: unknown) => void,
): Job => ({
  run: () => {
    const result = write();
    return () => {
      committed?.(result);
      return () => resolve(result);
    };
  },
  fail,
});

export const createWriteQueue = (sql: DatabaseSync, durability: Durability = atOnce): WriteQueue => {
  const runAll = createTransaction(sql);
  let jobs: Job[] = [];
  let immediate: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const flush = (): void => {
    clearImmediate(immediate);
    clearTimeout(timer);
    immediate = undefined;
    timer = undefined;
    const batch = jobs;
    jobs = [];
    if (batch.length > 0) durability.tellWhenKept(runAll(batch));
  };

  return {
    add: (write, committed) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Fault('store-busy', 'the store is closed');
        jobs.push(jobOf(write, committed, resolve, reject));
        immediate ??= setImmediate(flush);
      }),
    addLater: (write) => {
      if (closed) return;
      const nothing = () => {};
      jobs.push(jobOf(write, undefined, nothing, nothing));
      if (!immediate) timer ??= setTimeout(flush, LATER_MS).unref();
    },
    flush,
    settled: async () => {
      // Once more at the end: whoever was told last may go on with something.
      for (let quiet = 0; quiet < 2; quiet = jobs.length === 0 && durability.quiet ? quiet + 1 : 0)
        await new Promise((resolve) => setImmediate(resolve));
    },
    close: () => {
      flush();
      durability.close();
      closed = true;
    },
  };
};
