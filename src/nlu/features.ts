/** Turns a clause into hashed features: characters, words, word pairs, lexicon tags, how it speaks of people, and its place among the others. */
import type { Clause } from './clauses.ts';
import { FeatureBag } from './featureBag.ts';
import { bucket, hash, join, PRIME, SEED } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { reachIn } from './reach.ts';
import { stem } from './stem.ts';

const RUNS = /[\u3400-\u9fff]+|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?|[\u{1f300}-\u{1faff}\u2600-\u27bf]/gu;
const LONGEST_GRAM = 4;

/** All stretches of so many characters, the ends of the run marked; those of each length are of a kind of their own. */
function stretchesOf(run: string, shortest: number, longest: number, kind: number, into: FeatureBag): void {
  const padded = `^${run}$`;
  for (let from = 0; from < padded.length; from += 1) {
    let h = SEED;
    const to = Math.min(padded.length, from + longest);
    for (let at = from; at < to; at += 1) {
      h = Math.imul(h ^ padded.charCodeAt(at), PRIME);
      if (at - from + 1 >= shortest) into.add(bucket(h, kind + at - from + 1 - shortest));
    }
  }
}

const LONG_WORD = 6;

/** The pieces of a long word: "poisening" is nearly "poisoning". */
function piecesOf(word: string, into: FeatureBag): void {
  if (word.length >= LONG_WORD) stretchesOf(word, 4, 5, 13, into);
}

/** Words, and two and three of them in a row. */
function wordsOf(words: readonly string[], into: FeatureBag): void {
  let last = 0;
  let beforeLast = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = hash(words[i] as string);
    into.add(bucket(word, 10));
    if (i > 0) into.add(bucket(join(last, word), 11));
    if (i > 1) into.add(bucket(join(join(beforeLast, last), word), 12));
    beforeLast = last;
    last = word;
  }
}

const marker = (kind: number, name: string): number => bucket(hash(name), kind);

/** Amounts, the five digits of a public hotline (12315), and numbers of orders and telephones are told apart. */
function numberClass(digits: string): string {
  if (digits.length < 3) return '#';
  if (digits.length < 5) return '###';
  return digits.length === 5 && digits.startsWith('1') ? digits : '######';
}

function runsOf(text: string, into: FeatureBag): void {
  const english: string[] = [];
  for (const run of text.match(RUNS) ?? []) {
    const first = run.charCodeAt(0);
    if (first >= 0x3400 && first <= 0x9fff) stretchesOf(run, 1, LONGEST_GRAM, 0, into);
    else if (first >= 0x30 && first <= 0x39) into.add(marker(20, numberClass(run)));
    else {
      english.push(stem(run));
      piecesOf(run, into);
    }
  }
  wordsOf(english, into);
  into.add(marker(40, english.length > 0 ? 'en' : 'zh'));
}

const tagHashes = new Map<string, number>();

function tagHash(tag: string): number {
  const known = tagHashes.get(tag);
  if (known !== undefined) return known;
  const found = hash(tag);
  tagHashes.set(tag, found);
  return found;
}

/** Word classes, and which of them come together. */
function tagsOf(tags: readonly string[], into: FeatureBag): void {
  const hashes = tags.map(tagHash);
  for (let i = 0; i < hashes.length; i += 1) {
    into.add(bucket(hashes[i] as number, 30));
    for (let j = i + 1; j < hashes.length; j += 1) {
      into.add(bucket(join(hashes[i] as number, hashes[j] as number), 31));
    }
  }
}

/** Where the clause stands among the others: before or after a "but", first, last, alone. */
function placeOf(
  before: Clause | undefined,
  after: Clause | undefined,
  lexicon: Lexicon,
  into: FeatureBag,
): void {
  if (before === undefined) into.add(marker(42, after === undefined ? 'alone' : 'first'));
  else if (after === undefined) into.add(marker(42, 'last'));
  if (after !== undefined && lexicon.turns(after.text)) into.add(marker(43, 'before a turn'));
  if (before !== undefined && lexicon.turns(before.text)) into.add(marker(44, 'after a turn'));
}

/** The features of each clause of a text, seen beside its neighbours; repeated ones are included once. */
export function featuresOf(clauses: readonly Clause[], lexicon: Lexicon): number[][] {
  return clauses.map((clause, i) => {
    const found = new FeatureBag();
    runsOf(clause.text, found);
    tagsOf(lexicon.tagsOf(clause.text), found);
    reachIn(clause.text, lexicon.people, found);
    found.add(marker(41, clause.mark));
    placeOf(clauses[i - 1], clauses[i + 1], lexicon, found);
    return found.features;
  });
}
