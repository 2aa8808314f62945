/** A table of words with their kinds (noun, verb, place …): cuts Han text into words and tells what Latin words can be. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { hash, PRIME, SEED } from '../hash.ts';

export interface WordEntry {
  readonly word: string;
  readonly kind: string;
  /** How common it is, natural logarithm of its count. */
  readonly common: number;
}

export interface Word {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

const LONGEST = 5;
const HAN_RUN = /[\u3400-\u9fff]+/g;
/** What a character that is no word costs more than the rarest word. */
const UNKNOWN = -2;
/** The common logarithm of the sum of all counts; only its size beside single counts matters. */
const ALL = 17.9;
const GRAIN = 15;

export function writeWords(file: string, entries: readonly WordEntry[]): number {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  const byHash = new Map(entries.map((entry) => [hash(entry.word) >>> 0, entry]));
  const hashes = Uint32Array.from(byHash.keys()).sort();
  const kindOf = Uint8Array.from(hashes, (h) => kinds.indexOf((byHash.get(h) as WordEntry).kind));
  const common = Uint8Array.from(hashes, (h) => Math.round((byHash.get(h) as WordEntry).common * GRAIN));
  const gaps = hashes.map((h, i) => h - (i === 0 ? 0 : (hashes[i - 1] as number)));
  const json = Buffer.from(JSON.stringify({ kinds, words: hashes.length }));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  const packed = brotliCompressSync(
    Buffer.concat([
      head,
      json,
      Buffer.from(gaps.buffer),
      Buffer.from(kindOf.buffer),
      Buffer.from(common.buffer),
    ]),
  );
  writeFileSync(file, packed);
  return packed.length;
}

export class WordTable {
  readonly #kinds: readonly string[];
  readonly #hashes: Uint32Array;
  readonly #kindOf: Uint8Array;
  readonly #common: Uint8Array;

  constructor(file: string) {
    const raw = brotliDecompressSync(readFileSync(file));
    const length = raw.readUInt32LE(0);
    const { kinds, words } = JSON.parse(raw.subarray(4, 4 + length).toString('utf8')) as {
      kinds: string[];
      words: number;
    };
    let at = 4 + length;
    this.#kinds = kinds;
    this.#hashes = new Uint32Array(words);
    for (let i = 0, h = 0; i < words; i += 1) {
      h += raw.readUInt32LE(at + i * 4);
      this.#hashes[i] = h;
    }
    at += words * 4;
    this.#kindOf = Uint8Array.from(raw.subarray(at, at + words));
    this.#common = Uint8Array.from(raw.subarray(at + words, at + words * 2));
  }

  #find(h: number): number {
    let low = 0;
    let high = this.#hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const value = this.#hashes[middle] as number;
      if (value === h) return middle;
      if (value < h) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** What a word can be; "" where the table does not know it. */
  kindOf(word: string): string {
    return this.#kind(this.#find(hash(word) >>> 0));
  }

  /** The likeliest words of the Han stretches of a text. */
  words(text: string): Word[] {
    return Array.from(text.matchAll(HAN_RUN)).flatMap((match) => this.#cut(match[0], match.index));
  }

  #cut(run: string, offset: number): Word[] {
    const best = new Array<number>(run.length + 1).fill(Number.NEGATIVE_INFINITY);
    const before = new Array<number>(run.length + 1).fill(0);
    const entry = new Array<number>(run.length + 1).fill(-1);
    best[0] = 0;
    for (let from = 0; from < run.length; from += 1) {
      for (const { to, known } of this.#from(run, from)) {
        const worth = known < 0 ? UNKNOWN : (this.#common[known] as number) / GRAIN;
        const score = (best[from] as number) + worth - ALL;
        if (score <= (best[to] as number)) continue;
        best[to] = score;
        before[to] = from;
        entry[to] = known;
      }
    }
    const words: Word[] = [];
    for (let to = run.length; to > 0; to = before[to] as number) {
      words.unshift({
        from: offset + (before[to] as number),
        to: offset + to,
        kind: this.#kind(entry[to] as number),
      });
    }
    return words;
  }

  /** The words that begin at a place, and the single character in any case. */
  #from(run: string, from: number): { to: number; known: number }[] {
    const found: { to: number; known: number }[] = [];
    let h = SEED;
    for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to += 1) {
      h = Math.imul(h ^ run.charCodeAt(to - 1), PRIME);
      const known = this.#find(h >>> 0);
      if (known >= 0 || to === from + 1) found.push({ to, known });
    }
    return found;
  }

  #kind(at: number): string {
    return at < 0 ? '' : (this.#kinds[this.#kindOf[at] as number] ?? '');
  }
}
