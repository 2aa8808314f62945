/** Word lists of locales/<lang>/lexicon: tags for the model (food, staff, place, good, bad …). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../domain/reading.ts';
import { simplify } from './normalise.ts';

export interface Lexicon {
  /** Tags of the words in a clause, each once, sorted. */
  tagsOf(clause: string): string[];
  /** The words of the lists in a text, with their tags. */
  find(text: string): { at: number; word: string; tags: readonly string[] }[];
  /** True where the clause opens with a "but". */
  turns(clause: string): boolean;
}

const LATIN = /^[a-z]/;

export function readLines(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Longest-match lookup of words by their first two characters. */
export class WordMap<T> {
  readonly #byHead = new Map<string, [string, T][]>();

  add(word: string, value: T): void {
    const head = word.slice(0, 2);
    const list = this.#byHead.get(head) ?? [];
    list.push([word, value]);
    list.sort((a, b) => b[0].length - a[0].length);
    this.#byHead.set(head, list);
  }

  /** The longest word that stands at `at`, Latin words only as whole words. */
  at(text: string, at: number): [string, T] | undefined {
    return this.#under(text.slice(at, at + 2), text, at) ?? this.#under(text[at] ?? '', text, at);
  }

  #under(head: string, text: string, at: number): [string, T] | undefined {
    const list = this.#byHead.get(head);
    if (list === undefined) return undefined;
    return list.find(([word]) => text.startsWith(word, at) && whole(text, at, word));
  }

  *in(text: string): Generator<{ at: number; word: string; value: T }> {
    for (let at = 0; at < text.length; at += 1) {
      const hit = this.at(text, at);
      if (hit === undefined) continue;
      yield { at, word: hit[0], value: hit[1] };
      at += hit[0].length - 1;
    }
  }
}

function isLatin(char: string | undefined): boolean {
  return char !== undefined && LATIN.test(char);
}

function whole(text: string, at: number, word: string): boolean {
  if (!isLatin(word[0])) return true;
  const end = at + word.length;
  if (isLatin(text[at - 1])) return false;
  return !isLatin(text[end]) || /^(?:s|es|ed|d|ing)\b/.test(text.slice(end, end + 4));
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
    tagsOf: (clause) => [...new Set(Array.from(words.in(clause), (hit) => hit.value).flat())].sort(),
    find: (text) => Array.from(words.in(text), ({ at, word, value }) => ({ at, word, tags: value })),
    turns: (clause) => turns.some((turn) => clause.startsWith(turn)),
  };
}
