/** Features of each token: itself and its neighbours, alone and in a row, the words they make, how they are written, and their marks. */
import { bucket, hash, join } from '../hash.ts';
import { remembered } from '../remembered.ts';
import type { Token } from './tokens.ts';
import type { Word } from './words.ts';

const EDGE = hash('^');
/** Marks, kinds and shapes are few. */
const hashOnce = remembered(hash, 5000);
const SPAN = 3;
const HAN = /[\u3400-\u9fff]/;
const AHEAD = 8;

export interface TaggerText {
  /** Folded text. */
  readonly text: string;
  /** The text as the customer wrote it, of the same length. */
  readonly written: string;
  readonly tokens: readonly Token[];
  readonly marks: readonly (readonly string[])[];
  /** The word that each token is in, by number. */
  readonly wordOf: readonly number[];
  readonly words: readonly Word[];
}

interface Line {
  readonly letters: readonly number[];
  readonly shapes: readonly number[];
  readonly marks: readonly (readonly number[])[];
  readonly wordOf: readonly number[];
  readonly words: readonly number[];
  readonly kinds: readonly number[];
  /** Where in its word a token stands. */
  readonly places: readonly number[];
}

/** "Ab", "AB", "ab", a number, Han, or the mark itself. */
function shapeOf(written: string): string {
  if (HAN.test(written)) return 'han';
  if (/^\d/.test(written)) return `#${Math.min(written.length, 5)}`;
  if (/^[a-z]/.test(written)) return 'ab';
  if (/^[A-Z]{2,}/.test(written)) return 'AB';
  if (/^[A-Z]/.test(written)) return 'Ab';
  return written;
}

const at = (list: readonly number[], i: number): number => list[i] ?? EDGE;

function around({ letters }: Line, i: number, into: number[]): void {
  for (let k = -SPAN; k <= SPAN; k += 1) into.push(bucket(at(letters, i + k), 70 + SPAN + k));
  for (let k = -2; k <= 1; k += 1)
    into.push(bucket(join(at(letters, i + k), at(letters, i + k + 1)), 82 + k));
  for (let k = -2; k <= 0; k += 1) {
    const pair = join(at(letters, i + k), at(letters, i + k + 1));
    into.push(bucket(join(pair, at(letters, i + k + 2)), 92 + k));
  }
}

/** The word a token is in, what it can be, and the words beside it. */
function inWords({ wordOf, words, kinds, places }: Line, i: number, into: number[]): void {
  const w = wordOf[i] as number;
  const place = places[i] as number;
  into.push(
    bucket(join(at(kinds, w), place), 140),
    bucket(join(at(words, w), place), 141),
    bucket(place, 142),
  );
  for (let k = -3; k <= 3; k += 1) {
    into.push(bucket(join(at(kinds, w + k), place), 146 + k));
    into.push(bucket(join(at(words, w + k), place), 156 + k));
  }
  for (let k = -2; k <= 1; k += 1) {
    const pair = join(at(kinds, w + k), at(kinds, w + k + 1));
    into.push(bucket(join(pair, place), 166 + k));
    if (k < 1) into.push(bucket(join(join(pair, at(kinds, w + k + 2)), place), 172 + k));
  }
  into.push(bucket(join(join(at(words, w - 1), at(kinds, w)), place), 180));
  into.push(bucket(join(join(at(kinds, w), at(words, w + 1)), place), 181));
}

function hints({ marks, shapes, letters }: Line, i: number, into: number[]): void {
  for (let k = -2; k <= 2; k += 1) {
    for (const mark of marks[i + k] ?? []) into.push(bucket(mark, 100 + k));
    into.push(bucket(at(shapes, i + k), 110 + k));
  }
  into.push(bucket(join(at(shapes, i), at(letters, i - 1)), 115));
  into.push(bucket(join(at(shapes, i), at(shapes, i + 1)), 116));
  for (let ahead = 1; ahead <= AHEAD; ahead += 1) {
    for (const mark of marks[i + ahead] ?? []) into.push(bucket(mark, 120 + Math.min(ahead, 5)));
  }
}

function endings(token: Token, into: number[]): void {
  if (token.text.length < 4 || HAN.test(token.text)) return;
  into.push(bucket(hash(token.text.slice(-3)), 130), bucket(hash(token.text.slice(-2)), 131));
}

export function tagFeatures({ text, written, tokens, marks, wordOf, words }: TaggerText): number[][] {
  const line: Line = {
    letters: tokens.map((token) => hash(/^\d/.test(token.text) ? '0' : token.text)),
    shapes: tokens.map((token) => hashOnce(shapeOf(written.slice(token.from, token.to)))),
    marks: marks.map((own) => own.map(hashOnce)),
    wordOf,
    words: words.map(({ from, to }) => hash(text.slice(from, to))),
    kinds: words.map(({ kind }) => hashOnce(kind)),
    places: tokens.map((token, i) => {
      const word = words[wordOf[i] as number] as Word;
      return (token.from === word.from ? 1 : 0) + (token.to === word.to ? 2 : 0);
    }),
  };
  return tokens.map((token, i) => {
    const into: number[] = [bucket(EDGE, 69)];
    around(line, i, into);
    inWords(line, i, into);
    hints(line, i, into);
    endings(token, into);
    return into;
  });
}
