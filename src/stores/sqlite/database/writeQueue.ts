/**
 * Group commit: writes asked for in the same tick share one transaction and one fsync. Each has its own savepoint, so
 * that a refused one undoes nothing of the others. A write resolves when it is on the disk.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../../domain/fault.ts';
import { namedFault } from './faults.ts';

interface Job {
  /** Runs within the transaction; gives what to do after the commit. */
  readonly run: () => () => void;
  readonly fail: (error: unknown) => void;
}

export interface WriteQueue {
  /** `committed` runs right after the commit, before anybody hears of it: for caches. */
  add<T>(write: () => T, committed?: (result: T) => void): Promise<T>;
  /** A write that nobody waits for and that may be lost in a crash: it goes along with the next ones. */
  addLater(write: () => void): void;
  /** Does now what is waiting. */
  flush(): void;
  close(): void;
}

/** How long a write that nobody waits for waits for company. */
const LATER_MS = 100;

export const createWriteQueue = (sql: DatabaseSync): WriteQueue => {
  let jobs: Job[] = [];
  let immediate: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const begin = sql.prepare('BEGIN IMMEDIATE');
  const commit = sql.prepare('COMMIT');
  const savepoint = sql.prepare('SAVEPOINT job');
  const release = sql.prepare('RELEASE job');

  const attempt = (job: Job): (() => void) => {
    savepoint.run();
    try {
      const after = job.run();
      release.run();
      return after;
    } catch (error) {
      // A full disk or a damaged page ends the whole transaction, not only the savepoint.
      if (!sql.isTransaction) throw error;
      sql.exec('ROLLBACK TO job; RELEASE job');
      return () => job.fail(namedFault(error));
    }
  };

  const flush = (): void => {
    clearImmediate(immediate);
    clearTimeout(timer);
    immediate = undefined;
    timer = undefined;
    const batch = jobs;
    jobs = [];
    if (batch.length === 0) return;
    let afterwards: readonly (() => void)[];
    try {
      begin.run();
      afterwards = batch.map(attempt);
      commit.run();
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK');
      const fault = namedFault(error);
      for (const job of batch) job.fail(fault);
      return;
    }
    for (const after of afterwards) after();
  };

  return {
    add: (write, committed) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Fault('store-busy', 'the store is closed');
        const run = () => {
          const result = write();
          return () => {
            committed?.(result);
            resolve(result);
          };
        };
        jobs.push({ run, fail: reject });
        immediate ??= setImmediate(flush);
      }),
    addLater: (write) => {
      if (closed) return;
      const run = () => {
        write();
        return () => {};
      };
      jobs.push({ run, fail: () => {} });
      if (!immediate) timer ??= setTimeout(flush, LATER_MS).unref();
    },
    flush,
    close: () => {
      flush();
      closed = true;
    },
  };
};
