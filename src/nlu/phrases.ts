/** Reads training phrases: locales/<lang>/phrases/<kind>/<label>.txt, one phrase a line. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../domain/reading.ts';
import { LOCALES } from '../domain/reading.ts';
import { readLines } from './lexicon.ts';

export type PhraseKind = 'cause' | 'intent' | 'severity' | 'plain';

export interface Phrase {
  readonly text: string;
  readonly label: string;
  readonly lang: Locale;
}

const FILE = /^(.+)\.txt$/;

export function readPhrases(localesDir: string, kind: PhraseKind): Phrase[] {
  const phrases: Phrase[] = [];
  for (const lang of LOCALES) {
    const dir = join(localesDir, lang, 'phrases', kind);
    if (!existsSync(dir)) continue;
    for (const file of readdirSync(dir).sort()) {
      const label = FILE.exec(file)?.[1];
      if (label === undefined) continue;
      for (const text of readLines(join(dir, file))) phrases.push({ text, label, lang });
    }
  }
  return phrases;
}
