/** Rows that the recogniser is measured on: test/understanding/<dev|final>/<set>.jsonl. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emotion, Locale, Slots, Trend } from '../../domain/reading.ts';

/** What a human says a text means; only the keys given are scored. */
export interface Row {
  readonly id: string;
  readonly lang: Locale;
  readonly text: string;
  readonly turns?: readonly string[];
  readonly at?: string;
  readonly group?: string;
  readonly sub?: string;
  readonly intent?: string;
  readonly severity?: string;
  readonly emotion?: Emotion;
  readonly trend?: Trend;
  readonly slots?: Partial<Slots>;
  /** `slots` holds all that the text says: what is missing there was not said. */
  readonly complete?: boolean;
  readonly human?: boolean;
  /** The file that the row is in. */
  readonly set: string;
}

export type Part = 'dev' | 'final';

export function readRows(root: string, part: Part): Row[] {
  const dir = join(root, 'test/understanding', part);
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(join(dir, file), 'utf8').split('\n');
      const set = file.slice(0, -'.jsonl'.length);
      return lines
        .filter((line) => line.trim() !== '')
        .map((line) => ({ ...(JSON.parse(line) as Row), set }));
    });
}
