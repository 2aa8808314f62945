/**
 * One process at a time per data directory: the bus and the caches of this driver are within the process. The lock is
 * the operating system's, so a killed process leaves none behind.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../../domain/fault.ts';
import { namedFault } from './faults.ts';

export const lockDirectory = (directory: string, waitMs: number): (() => void) => {
  const lock = new DatabaseSync(join(directory, 'calmdesk.lock'));
  try {
    lock.exec(`PRAGMA busy_timeout = ${Math.max(0, Math.trunc(waitMs))}`);
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const fault = namedFault(error);
    if (!(fault instanceof Fault) || fault.code !== 'store-busy') throw fault;
    throw new Fault(
      'store-busy',
      `another process uses ${directory}; stop it first, or give each its own`,
      error,
    );
  }
  return () => lock.close();
};
