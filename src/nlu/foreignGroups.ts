/** Reads sentences that nobody wrote for this project, of which only the cause group is known: JSON lines `{text, cause}`, English. */
import { existsSync, readFileSync } from 'node:fs';
import type { Phrase } from './phrases.ts';

export function readGroups(file: string): Phrase[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text: string; cause: string })
    .map(({ text, cause }) => ({ text, label: cause, lang: 'en' }));
}
