/** Word lists of locales/<lang>/lexicon: roles.txt, whom a customer can ask for, and reach.txt, how one reaches for somebody. */
import { join } from 'node:path';
import { LOCALES } from '../domain/reading.ts';
import { hash } from './hash.ts';
import { simplify } from './normalise.ts';
import { readLines, WordMap } from './wordMap.ts';

const LISTS = ['role', 'reach'] as const;
const FILES = { role: 'roles.txt', reach: 'reach.txt' };

interface Listed {
  readonly list: (typeof LISTS)[number];
  readonly hash: number;
}

export interface Mention extends Listed {
  readonly at: number;
  readonly end: number;
}

/** The people whom a text speaks of, and the words of reaching, from left to right. */
export type People = (text: string) => Mention[];

export function readPeople(localesDir: string): People {
  const words = new WordMap<Listed>();
  for (const list of LISTS)
    for (const lang of LOCALES)
      for (const line of readLines(join(localesDir, lang, 'lexicon', FILES[list])))
        for (const written of line.split(/[、,]/)) {
          const word = simplify(written.trim().toLowerCase());
          words.add(word, { list, hash: hash(word) });
        }
  return (text) => words.in(text).map(({ at, word, value }) => ({ at, end: at + word.length, ...value }));
}
