/** Runs a batch of writes in one transaction, each in its own savepoint. */
import type { DatabaseSync } from 'node:sqlite';
import type { Writer } from './durability.ts';
import { namedFault } from './faults.ts';

export interface Job {
  /** Runs within the transaction; gives what to do right after the commit, which gives what to do once it is kept. */
  readonly run: () => () => () => void;
  readonly fail: (error: unknown) => void;
}

/** Gives the writers whose writes were committed; when the commit fails, everybody hears of it. */
export const createTransaction = (sql: DatabaseSync): ((batch: readonly Job[]) => readonly Writer[]) => {
  const begin = sql.prepare('BEGIN IMMEDIATE');
  const commit = sql.prepare('COMMIT');
  const savepoint = sql.prepare('SAVEPOINT job');
  const release = sql.prepare('RELEASE job');

  const attempt = (job: Job): (() => Writer | undefined) => {
    savepoint.run();
    try {
      const committed = job.run();
      release.run();
      return () => ({ done: committed(), fail: (error) => job.fail(namedFault(error)) });
    } catch (error) {
      // A full disk or a damaged page ends the whole transaction, not only the savepoint.
      if (!sql.isTransaction) throw error;
      sql.exec('ROLLBACK TO job; RELEASE job');
      return () => {
        job.fail(namedFault(error));
        return undefined;
      };
    }
  };

  return (batch) => {
    let afterwards: readonly (() => Writer | undefined)[];
    try {
      begin.run();
      afterwards = batch.map(attempt);
      commit.run();
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK');
      const fault = namedFault(error);
      for (const job of batch) job.fail(fault);
      return [];
    }
    return afterwards.map((after) => after()).filter((writer) => writer !== undefined);
  };
};
