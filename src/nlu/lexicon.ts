/** Word lists of locales/<lang>/lexicon: tags for the model (food, staff, place, good, bad …). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../domain/reading.ts';
import { simplify } from './normalise.ts';
import { ROOT, Trie } from './trie.ts';

export interface Lexicon {
  /** Tags of the words in a clause, each once, sorted. */
  tagsOf(clause: string): string[];
  /** The words of the lists in a text, with their tags. */
  find(text: string): { at: number; word: string; tags: readonly string[] }[];
  /** True where the clause opens with a "but". */
  turns(clause: string): boolean;
}

const ENDING = /^(?:s|es|ed|d|ing)\b/;

export function readLines(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Longest-match lookup of words; Latin words count only as whole words. */
export class WordMap<T> {
  readonly #words = new Trie<{ readonly word: string; readonly value: T }>();

  /** Of a word that comes twice the first value counts. */
  add(word: string, value: T): void {
    this.#words.keep(word, () => ({ word, value }));
  }

  /** The longest word that stands at `at`. */
  #at(text: string, at: number): { readonly word: string; readonly value: T } | undefined {
    let found: { readonly word: string; readonly value: T } | undefined;
    if (isLatin(text, at) && isLatin(text, at - 1)) return undefined;
    let end = at;
    for (
      let node = this.#words.step(ROOT, text, end);
      node !== ROOT;
      node = this.#words.step(node, text, end)
    ) {
      end += 1;
      const hit = this.#words.value(node);
      if (hit !== undefined && endsWord(text, at, end)) found = hit;
    }
    return found;
  }

  /** The words of a text from left to right, none inside another. */
  in(text: string): { at: number; word: string; value: T }[] {
    const found: { at: number; word: string; value: T }[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const hit = this.#at(text, at);
      if (hit === undefined) continue;
      found.push({ at, word: hit.word, value: hit.value });
      at += hit.word.length - 1;
    }
    return found;
  }
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
}

/** A Latin word ends where no letter follows, or only an ending. */
function endsWord(text: string, from: number, to: number): boolean {
  if (!isLatin(text, from) || !isLatin(text, to)) return true;
  return ENDING.test(text.slice(to, to + 4));
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
    turns: (clause) => turns.some((turn) => clause.startsWith(turn)),
  };
}
