/** `npm run backup -- <target>`: copies DATA_DIR to a new folder, also while the server runs. */
import { resolve } from 'node:path';
import { loadConfig } from './config.ts';
import { Fault } from './domain/fault.ts';
import { backupDirectory } from './stores/sqlite/backup.ts';

const target = process.argv[2];
if (target === undefined) {
  console.error('usage: npm run backup -- <new folder>');
  process.exitCode = 64;
} else {
  try {
    const report = backupDirectory(loadConfig().DATA_DIR, resolve(target));
    console.log(
      `${resolve(target)}: ${report.conversations} conversations, ${report.lines} lines, ${report.files} files`,
    );
    if (report.missing > 0) console.warn(`${report.missing} files were not on the disk`);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
