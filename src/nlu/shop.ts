/** A shop's own folder: phrases/ (as in locales/<lang>/phrases), names/, and corrections.jsonl from its agents. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../domain/reading.ts';
import { LOCALES } from '../domain/reading.ts';
import { CAUSE_CLASSES } from './examples.ts';
import { languageOf } from './language.ts';
import type { Phrase, PhraseKind } from './phrases.ts';
import { readPhrasesIn } from './phrases.ts';

/** A cause that an agent put right; it is learned from once somebody has read it over. */
export interface Correction {
  readonly text: string;
  readonly lang?: Locale;
  readonly group: string;
  readonly sub: string;
  readonly reviewed?: boolean;
}

export interface Corrections {
  readonly phrases: readonly Phrase[];
  /** Rows that nobody has read over yet. */
  readonly waiting: number;
  /** Lines that are no correction, by number. */
  readonly bad: readonly number[];
}

function parse(line: string): Correction | undefined {
  try {
    const row = JSON.parse(line) as Correction;
    const known = CAUSE_CLASSES.includes(`${row.group}.${row.sub}`);
    return typeof row.text === 'string' && known ? row : undefined;
  } catch {
    return undefined;
  }
}

export function readCorrections(file: string): Corrections {
  const phrases: Phrase[] = [];
  const bad: number[] = [];
  let waiting = 0;
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = parse(line);
    if (row === undefined) bad.push(i + 1);
    else if (row.reviewed !== true) waiting += 1;
    else
      phrases.push({
        text: row.text,
        label: `${row.group}.${row.sub}`,
        lang: row.lang ?? languageOf(row.text),
      });
  }
  return { phrases, waiting, bad };
}

/** `<shop>/phrases/<lang>/<kind>/<label>.txt`; without a language folder the text itself tells. */
export function readShopPhrases(shopDir: string, kind: PhraseKind): Phrase[] {
  return LOCALES.flatMap((lang) => readPhrasesIn(join(shopDir, 'phrases', lang, kind), kind, lang));
}
