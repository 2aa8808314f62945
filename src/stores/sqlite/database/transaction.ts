/** Runs a batch of writes in one transaction, each in its own savepoint. */
import type { DatabaseSync } from 'node:sqlite';
import { namedFault } from './faults.ts';

export interface Job {
  /** Runs within the transaction; gives what to do after the commit. */
  readonly run: () => () => void;
  readonly fail: (error: unknown) => void;
}

/** Nothing is acknowledged before the commit; when that fails, everybody hears of it. */
export const createTransaction = (sql: DatabaseSync): ((batch: readonly Job[]) => void) => {
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

  return (batch) => {
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
};
