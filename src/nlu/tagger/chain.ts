/** A chain of tags over tokens: which tags fit the tokens and each other best (linear-chain conditional random field). */
import { BucketIndex } from '../bucketIndex.ts';
import { bucket, hash } from '../hash.ts';
import type { LinearModel } from '../linear.ts';

export const SPANNED = ['where', 'who', 'what'] as const;
export type Spanned = (typeof SPANNED)[number];

/** Outside any span; then each slot's first token and the tokens that go on. */
export const TAGS: readonly string[] = ['-', ...SPANNED.flatMap((slot) => [`${slot}.first`, `${slot}.more`])];
export const WIDTH = TAGS.length;

const OUTSIDE = 0;
const AFTER = 60;

/** The bucket that holds what it is worth that a tag follows this one. */
export const afterBucket = (tag: number): number => bucket(hash('after'), AFTER + tag);

/** A span goes on only where it has begun. */
export function mayFollow(before: number, tag: number): boolean {
  const goesOn = tag !== OUTSIDE && tag % 2 === 0;
  return !goesOn || before === tag || before === tag - 1;
}

export interface TaggedSpan {
  readonly slot: Spanned;
  /** Tokens, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** How much better the tags fit than "outside" would. */
  readonly worth: number;
}

export class Chain {
  readonly #index: BucketIndex;
  readonly #model: LinearModel;
  readonly #leaning: readonly number[];
  readonly #follows = new Float64Array(WIDTH * WIDTH);

  /** `leaning` is added to a slot's first tag: how readily it is named. */
  constructor(model: LinearModel, leaning: Partial<Readonly<Record<Spanned, number>>> = {}) {
    this.#model = model;
    this.#leaning = TAGS.map((tag) => leaning[tag.replace('.first', '') as Spanned] ?? 0);
    this.#index = new BucketIndex([model.buckets]);
    for (let before = 0; before < WIDTH; before += 1) {
      const own = this.#scores([afterBucket(before)]);
      for (let tag = 0; tag < WIDTH; tag += 1) {
        const fits = mayFollow(before, tag);
        this.#follows[before * WIDTH + tag] = fits ? (own[tag] as number) : Number.NEGATIVE_INFINITY;
      }
    }
  }

  #lean(own: number[]): void {
    for (let tag = 0; tag < WIDTH; tag += 1) own[tag] = (own[tag] as number) + (this.#leaning[tag] as number);
  }

  #scores(features: readonly number[]): number[] {
    const sums = new Array<number>(WIDTH).fill(0);
    const { rows, step } = this.#model;
    for (let i = 0; i < features.length; i += 1) {
      const row = this.#index.rowOf(features[i] as number) * WIDTH;
      if (row < 0) continue;
      for (let tag = 0; tag < WIDTH; tag += 1)
        sums[tag] = (sums[tag] as number) + (rows[row + tag] as number);
    }
    for (let tag = 0; tag < WIDTH; tag += 1) sums[tag] = (sums[tag] as number) * step;
    return sums;
  }

  /** The spans of the likeliest chain of tags (Viterbi). */
  spans(tokens: readonly (readonly number[])[]): TaggedSpan[] {
    const scores = tokens.map((features) => this.#scores(features));
    for (const own of scores) this.#lean(own);
    return spansOf(likeliest(scores, this.#follows), scores);
  }
}

export function likeliest(scores: readonly (readonly number[])[], follows: Float64Array): number[] {
  const from: number[][] = [];
  let best = new Array<number>(WIDTH).fill(Number.NEGATIVE_INFINITY);
  best[OUTSIDE] = 0;
  for (const own of scores) {
    const next = new Array<number>(WIDTH);
    const came = new Array<number>(WIDTH).fill(OUTSIDE);
    for (let tag = 0; tag < WIDTH; tag += 1) {
      let top = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < WIDTH; before += 1) {
        const score = (best[before] as number) + (follows[before * WIDTH + tag] as number);
        if (score <= top) continue;
        top = score;
        came[tag] = before;
      }
      next[tag] = top + (own[tag] as number);
    }
    best = next;
    from.push(came);
  }
  const tags = new Array<number>(scores.length);
  let tag = best.indexOf(Math.max(...best));
  for (let i = scores.length - 1; i >= 0; i -= 1) {
    tags[i] = tag;
    tag = (from[i] as number[])[tag] as number;
  }
  return tags;
}

function spansOf(tags: readonly number[], scores: readonly (readonly number[])[]): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (let from = 0; from < tags.length; from += 1) {
    const first = tags[from] as number;
    if (first === OUTSIDE) continue;
    let to = from + 1;
    while (to < tags.length && tags[to] === first + 1) to += 1;
    let worth = 0;
    for (let i = from; i < to; i += 1) {
      const own = scores[i] as readonly number[];
      worth += (own[tags[i] as number] as number) - (own[OUTSIDE] as number);
    }
    spans.push({ slot: SPANNED[(first - 1) / 2] as Spanned, from, to, worth });
    from = to - 1;
  }
  return spans;
}
