/** Lists of words, and where their words stand in a text. */
import { existsSync, readFileSync } from 'node:fs';
import { ROOT, Trie } from './trie.ts';

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
      if (!this.#words.begins(text.charCodeAt(at))) continue;
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
