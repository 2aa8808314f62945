/** Learns a chain of tags from texts whose spans are marked: gradient of the likelihood, one text at a time. */
import type { Passes, WeightTable } from '../learn.ts';
import { meanModel, voicesOf } from '../learn.ts';
import type { LinearModel } from '../linear.ts';
import { shuffled } from '../random.ts';
import { commonFeatures } from '../vocabulary.ts';
import { afterBucket, mayFollow, TAGS, WIDTH } from './chain.ts';
import { expected, NEVER } from './expected.ts';

export interface TaggedText {
  /** Features of each token. */
  readonly tokens: readonly (readonly number[])[];
  readonly tags: readonly number[];
}

export const CHAIN_RECIPE: Passes = {
  epochs: 12,
  rate: 0.15,
  decay: 1e-4,
  rarest: 2,
  seed: 2026,
  voices: 2,
};

/** A text with the rows of its features looked up. */
interface Rowed {
  readonly rows: readonly Int32Array[];
  readonly tags: readonly number[];
}

class ChainLearner {
  readonly #recipe: Passes;
  readonly #texts: readonly Rowed[];
  readonly #rowOf = new Map<number, number>();
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;

  constructor(recipe: Passes, texts: readonly TaggedText[]) {
    this.#recipe = recipe;
    for (let tag = 0; tag < WIDTH; tag += 1) this.#rowOf.set(afterBucket(tag), tag * WIDTH);
    const features = texts.map(({ tokens }) => tokens);
    for (const feature of commonFeatures(features, recipe.rarest)) {
      if (!this.#rowOf.has(feature)) this.#rowOf.set(feature, this.#rowOf.size * WIDTH);
    }
    const size = this.#rowOf.size * WIDTH;
    this.#weights = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(1e-3);
    this.#texts = texts.map(({ tokens, tags }) => ({
      rows: tokens.map((own) => Int32Array.from(own.flatMap((feature) => this.#rowOf.get(feature) ?? []))),
      tags,
    }));
  }

  pass(epoch: number): void {
    for (const i of shuffled(this.#texts.length, this.#recipe.seed + epoch))
      this.#learn(this.#texts[i] as Rowed);
  }

  #learn({ rows, tags }: Rowed): void {
    if (tags.length === 0) return;
    const follows = this.#follows();
    const meant = expected(
      rows.map((own) => this.#score(own)),
      follows,
    );
    for (const [i, own] of rows.entries()) {
      const slope = Float64Array.from(meant.tags[i] as Float64Array);
      slope[tags[i] as number] = (slope[tags[i] as number] as number) - 1;
      for (const row of own) this.#step(row, slope, 0);
    }
    let before = 0;
    for (const tag of tags) {
      meant.follows[before * WIDTH + tag] = (meant.follows[before * WIDTH + tag] as number) - 1;
      before = tag;
    }
    for (let b = 0; b < WIDTH; b += 1) this.#step(b * WIDTH, meant.follows, b * WIDTH);
  }

  #follows(): Float64Array {
    return Float64Array.from({ length: WIDTH * WIDTH }, (_, at) =>
      mayFollow(Math.floor(at / WIDTH), at % WIDTH) ? (this.#weights[at] as number) : NEVER,
    );
  }

  #score(rows: Int32Array): Float64Array {
    const sums = new Float64Array(WIDTH);
    for (const row of rows) {
      for (let tag = 0; tag < WIDTH; tag += 1)
        sums[tag] = (sums[tag] as number) + (this.#weights[row + tag] as number);
    }
    return sums;
  }

  #step(row: number, slope: Float64Array, from: number): void {
    const { rate, decay } = this.#recipe;
    for (let tag = 0; tag < WIDTH; tag += 1) {
      const at = row + tag;
      const weight = this.#weights[at] as number;
      const g = (slope[from + tag] as number) + decay * weight;
      if (Math.abs(g) < 1e-7) continue;
      const square = (this.#squares[at] as number) + g * g;
      this.#squares[at] = square;
      this.#weights[at] = weight - (rate * g) / Math.sqrt(square);
    }
  }

  table(): WeightTable {
    const features = [...this.#rowOf.keys()].sort((a, b) => a - b);
    const weights = new Float32Array(features.length * WIDTH);
    features.forEach((feature, i) => {
      const row = this.#rowOf.get(feature) as number;
      weights.set(this.#weights.subarray(row, row + WIDTH), i * WIDTH);
    });
    return { classes: TAGS, features, weights };
  }
}

export function learnChain(texts: readonly TaggedText[], recipe: Passes = CHAIN_RECIPE): LinearModel {
  const voices = voicesOf(recipe).map((voice) => {
    const learner = new ChainLearner(voice, texts);
    for (let epoch = 0; epoch < recipe.epochs; epoch += 1) learner.pass(epoch);
    return learner.table();
  });
  return meanModel(voices);
}
