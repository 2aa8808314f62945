/** Secrets that nobody configured are made once and kept in DATA_DIR, readable by the owner only. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  readonly directLine: string;
  readonly session: string;
}

const fresh = (): string => randomBytes(32).toString('base64url');

const readKept = (file: string): Partial<Secrets> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
};

/** What is given wins; the rest is read from the file, or made and written there. */
export const keptSecrets = (
  dataDir: string,
  given: { readonly directLine?: string | undefined; readonly session?: string | undefined },
): Secrets => {
  if (given.directLine && given.session) return { directLine: given.directLine, session: given.session };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secrets.json');
  const kept = readKept(file);
  const all = { directLine: kept.directLine ?? fresh(), session: kept.session ?? fresh() };
  if (!kept.directLine || !kept.session) writeFileSync(file, `${JSON.stringify(all)}\n`, { mode: 0o600 });
  return { directLine: given.directLine ?? all.directLine, session: given.session ?? all.session };
};
