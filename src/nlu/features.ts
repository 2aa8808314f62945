/** Turns a clause into hashed features: characters, words, word pairs, lexicon tags, and its place among the others. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Clause } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';

export const BUCKETS = 1 << 20;

const RUNS = /[\u3400-\u9fff]+|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?|[\u{1f300}-\u{1faff}\u2600-\u27bf]/gu;
const LONGEST_GRAM = 4;
const stems = new Map<string, string>();

function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 20_000) stems.clear();
  const found = stemmer.stem(word);
  stems.set(word, found);
  return found;
}

function hash(kind: number, text: string, from = 0, to = text.length): number {
  let h = (0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)) >>> 0;
  for (let i = from; i < to; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

const bucket = (h: number): number => h & (BUCKETS - 1);

function gramsOf(run: string, into: number[]): void {
  const padded = `^${run}$`;
  for (let from = 0; from < padded.length; from += 1) {
    for (let n = 1; n <= LONGEST_GRAM && from + n <= padded.length; n += 1) {
      into.push(bucket(hash(n, padded, from, from + n)));
    }
  }
}

function wordsOf(words: readonly string[], into: number[]): void {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    into.push(bucket(hash(10, word)));
    if (i > 0) into.push(bucket(hash(11, `${words[i - 1]} ${word}`)));
    if (i > 1) into.push(bucket(hash(12, `${words[i - 2]} ${words[i - 1]} ${word}`)));
  }
}

function runsOf(text: string, into: number[]): void {
  const english: string[] = [];
  for (const [run] of text.matchAll(RUNS)) {
    const first = run.charCodeAt(0);
    if (first >= 0x3400 && first <= 0x9fff) gramsOf(run, into);
    else if (first >= 0x30 && first <= 0x39) into.push(bucket(hash(20, run.length < 3 ? '#' : '###')));
    else english.push(stem(run));
  }
  wordsOf(english, into);
  into.push(bucket(hash(40, english.length > 0 ? 'en' : 'zh')));
}

function tagsOf(tags: readonly string[], into: number[]): void {
  for (const tag of tags) into.push(bucket(hash(30, tag)));
  for (let i = 0; i < tags.length; i += 1)
    for (let j = i + 1; j < tags.length; j += 1) into.push(bucket(hash(31, `${tags[i]}+${tags[j]}`)));
}

/** Where the clause stands among the others: before or after a "but", first, last, alone. */
function placeOf(
  before: Clause | undefined,
  after: Clause | undefined,
  lexicon: Lexicon,
  into: number[],
): void {
  if (before === undefined) into.push(bucket(hash(42, after === undefined ? 'alone' : 'first')));
  else if (after === undefined) into.push(bucket(hash(42, 'last')));
  if (after !== undefined && lexicon.turns(after.text)) into.push(bucket(hash(43, 'before a turn')));
  if (before !== undefined && lexicon.turns(before.text)) into.push(bucket(hash(44, 'after a turn')));
}

/** Features of one clause, repeated ones included once. */
export function featuresOf(
  clause: Clause,
  before: Clause | undefined,
  after: Clause | undefined,
  lexicon: Lexicon,
): number[] {
  const found: number[] = [];
  runsOf(clause.text, found);
  tagsOf(lexicon.tagsOf(clause.text), found);
  found.push(bucket(hash(41, clause.mark)));
  placeOf(before, after, lexicon, found);
  return [...new Set(found)];
}
