/** Reads training phrases: locales/<lang>/phrases/<kind>/<label>.txt, one phrase a line. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../domain/reading.ts';
import { LOCALES } from '../domain/reading.ts';
import { readLines } from './wordMap.ts';

export type PhraseKind = 'cause' | 'intent' | 'severity' | 'plain' | 'emotion' | 'remedy';

export interface Phrase {
  readonly text: string;
  readonly label: string;
  readonly lang: Locale;
  /** Said by a shop's own customers: its words are learned however rare they are. */
  readonly own?: boolean;
}

/** product.quality.txt and product.quality.review.txt have one label; so have praise.txt and praise.review.txt. */
const FILE = {
  cause: /^([\w-]+\.[\w-]+)(?:\.[\w-]+)?\.txt$/,
  other: /^([\w-]+)(?:\.[\w-]+)?\.txt$/,
};

export function readPhrasesIn(dir: string, kind: PhraseKind, lang: Locale): Phrase[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .sort()
    .flatMap((file) => {
      const label = (kind === 'cause' ? FILE.cause : FILE.other).exec(file)?.[1];
      if (label === undefined) return [];
      return readLines(join(dir, file)).map((text) => ({ text, label, lang }));
    });
}

export function readPhrases(localesDir: string, kind: PhraseKind): Phrase[] {
  return LOCALES.flatMap((lang) => readPhrasesIn(join(localesDir, lang, 'phrases', kind), kind, lang));
}
