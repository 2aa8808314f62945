/** Word lists of locales/<lang>/lexicon: tags for the model (food, staff, place, good, bad …). */
import { join } from 'node:path';
import { LOCALES } from '../domain/reading.ts';
import { simplify } from './normalise.ts';
import type { People } from './people.ts';
import { readPeople } from './people.ts';
import { readLines, WordMap } from './wordMap.ts';

export interface Lexicon {
  /** Tags of the words in a clause, each once, sorted. */
  tagsOf(clause: string): string[];
  /** The words of the lists in a text, with their tags. */
  find(text: string): { at: number; word: string; tags: readonly string[] }[];
  readonly people: People;
  /** True where the clause opens with a "but". */
  turns(clause: string): boolean;
}

/** Lines "class: word, word"; a word may belong to several classes. */
function readTags(file: string, tags: Map<string, string[]>): void {
  for (const line of readLines(file)) {
    const colon = line.indexOf(':');
    for (const word of line.slice(colon + 1).split(/[、,]/)) {
      const key = simplify(word.trim().toLowerCase());
      if (key !== '') tags.set(key, [...(tags.get(key) ?? []), line.slice(0, colon)]);
    }
  }
}

export function readLexicon(localesDir: string): Lexicon {
  const tags = new Map<string, string[]>();
  const turns: string[] = [];
  for (const lang of LOCALES) {
    const dir = join(localesDir, lang, 'lexicon');
    readTags(join(dir, 'tags.txt'), tags);
    turns.push(...readLines(join(dir, 'turns.txt')).map(simplify));
  }
  const words = new WordMap<string[]>();
  for (const [word, classes] of tags) words.add(word, classes);
  return {
    tagsOf: (clause) => [...new Set(words.in(clause).flatMap((hit) => hit.value))].sort(),
    find: (text) => words.in(text).map(({ at, word, value }) => ({ at, word, tags: value })),
    people: readPeople(localesDir),
    turns: (clause) => turns.some((turn) => clause.startsWith(turn)),
  };
}
