/**
 * `npm run corrections -- [--since 2026-11-01] [--shop DIR]`: the causes that agents put right, as JSON lines; with
 * --shop those that are not there yet are added to DIR/corrections.jsonl. Works while the desk is running.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { type ExportedCorrections, exportCorrections } from './app/exportCorrections.ts';
import { type MergedCorrections, mergeCorrections } from './app/mergeCorrections.ts';
import { loadConfig } from './config.ts';
import { Fault } from './domain/fault.ts';
import { type Instant, instant } from './domain/instant.ts';
import { createUnderstanding } from './nlu/index.ts';
import { openReadOnly } from './stores/sqlite/readOnly.ts';

const EX_USAGE = 64;
const EX_CANTCREAT = 73;
const USAGE = 'usage: npm run corrections -- [--since 2026-11-01] [--shop DIR]';

/** One line for whoever called, and the status that it ends with. */
class Refused extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const optionsOf = (args: string[]): { readonly since?: string; readonly shop?: string } => {
  try {
    return parseArgs({ args, options: { since: { type: 'string' }, shop: { type: 'string' } } }).values;
  } catch {
    throw new Refused(USAGE, EX_USAGE);
  }
};

/** A day begins in the shop's own time zone. */
const sinceOf = (text: string | undefined, zone: string): Instant | undefined => {
  if (text === undefined) return undefined;
  const day = DateTime.fromISO(text, { zone });
  if (!day.isValid) throw new Refused(`--since must be a day such as 2026-11-01, not ${text}`, EX_USAGE);
  return instant(day.toMillis());
};

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Whole or not at all: beside the file first, on the disk, then in its place. */
const replaceFile = (file: string, text: string): void => {
  const fresh = `${file}.${process.pid}.new`;
  try {
    const handle = openSync(fresh, 'w', statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
};

const ATTEMPTS = 5;

/** Somebody may be reading the rows over just now: what they saved meanwhile is merged again. */
const mergeInto = (shop: string, exported: ExportedCorrections): MergedCorrections => {
  const file = join(shop, 'corrections.jsonl');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = textOf(file);
    const merged = mergeCorrections(before, exported);
    if (merged.text === before) return merged;
    if (textOf(file) !== before) continue;
    replaceFile(file, merged.text);
    return merged;
  }
  throw new Refused(`${file} is being changed by somebody else; try again`, EX_CANTCREAT);
};

const writable = (shop: string): void => {
  try {
    mkdirSync(shop, { recursive: true });
  } catch {
    // Told below.
  }
  if (!statSync(shop, { throwIfNoEntry: false })?.isDirectory())
    throw new Refused(`--shop must be a folder: ${shop}`, EX_CANTCREAT);
};

const run = async (args: string[]): Promise<void> => {
  const { since, shop } = optionsOf(args);
  const config = loadConfig();
  const from = sinceOf(since, config.TIMEZONE);
  const stores = openReadOnly(config.DATA_DIR);
  const understanding = createUnderstanding({ timezone: config.TIMEZONE });
  const exported = await exportCorrections({ ...stores, understanding }, { since: from }).finally(() =>
    stores.close(),
  );
  if (shop === undefined) {
    process.stdout.write(exported.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return;
  }
  writable(shop);
  const { added, renewed, removed } = mergeInto(shop, exported);
  console.log(
    `${join(shop, 'corrections.jsonl')}: ${added} added, ${renewed} renewed, ${removed} removed (deleted by their customers)`,
  );
};

const told = (error: unknown): readonly string[] | undefined => {
  if (error instanceof Refused) return [error.message];
  if (!(error instanceof Fault)) return undefined;
  return Array.isArray(error.cause) ? error.cause.map(String) : [error.message];
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const lines = told(error);
  if (!lines) throw error;
  for (const line of lines) console.error(line);
  const config = error instanceof Fault && error.code === 'config-invalid';
  process.exitCode = error instanceof Refused ? error.status : config ? 78 : 1;
}
