/** Linear models on the same features: their weights stand side by side, so that one look-up for each feature serves them all. */
import { BucketIndex } from './bucketIndex.ts';
import type { LinearModel } from './linear.ts';

/** What one model says of a clause is a stretch of a row. */
interface Seat<Name> {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export class Panel<Name extends string> {
  readonly classes: Readonly<Record<Name, readonly string[]>>;
  readonly #seats: readonly Seat<Name>[];
  readonly #index: BucketIndex;
  readonly #rows: Int8Array;
  readonly #sums: Int32Array;

  constructor(models: Readonly<Record<Name, LinearModel>>) {
    const all = Object.entries(models) as [Name, LinearModel][];
    this.classes = Object.fromEntries(
      all.map(([name, { classes }]) => [name, classes]),
    ) as typeof this.classes;
    let width = 0;
    this.#seats = all.map(([name, { classes, step }]) => {
      const from = width;
      width += classes.length;
      return { name, from, to: width, step };
    });
    this.#index = new BucketIndex(all.map(([, { buckets }]) => buckets));
    this.#sums = new Int32Array(width);
    // The rows of a model stand in the order of its buckets: one that is alone needs no table beside its own.
    const [only, ...others] = all;
    this.#rows = only !== undefined && others.length === 0 ? only[1].rows : this.#table(all);
  }

  #table(all: readonly [Name, LinearModel][]): Int8Array {
    const table = new Int8Array(this.#index.size * this.#sums.length);
    for (const [i, [, model]] of all.entries())
      this.#place(model, (this.#seats[i] as Seat<Name>).from, table);
    return table;
  }

  #place({ buckets, rows, classes }: LinearModel, from: number, table: Int8Array): void {
    const own = classes.length;
    const width = this.#sums.length;
    for (let i = 0; i < buckets.length; i += 1) {
      const to = this.#index.rowOf(buckets[i] as number) * width + from;
      for (let c = 0; c < own; c += 1) table[to + c] = rows[i * own + c] as number;
    }
  }

  /** For each model one score per class for one clause; 0 is "none of them". */
  score(features: readonly number[]): Record<Name, number[]> {
    const sums = this.#add(features);
    const scores = {} as Record<Name, number[]>;
    for (const { name, from, to, step } of this.#seats) {
      const scale = step / Math.sqrt(features.length || 1);
      const own = new Array<number>(to - from);
      for (let c = 0; c < own.length; c += 1) own[c] = (sums[from + c] as number) * scale;
      scores[name] = own;
    }
    return scores;
  }

  #add(features: readonly number[]): Int32Array {
    const sums = this.#sums.fill(0);
    const rows = this.#rows;
    const width = sums.length;
    const known = this.#index.find(features, width);
    const { found } = this.#index;
    let i = 0;
    // Four at a time: each sum is taken up and put down a quarter as often.
    for (; i + 3 < known; i += 4) {
      const first = found[i] as number;
      const second = found[i + 1] as number;
      const third = found[i + 2] as number;
      const last = found[i + 3] as number;
      for (let c = 0; c < width; c += 1) {
        sums[c] =
          (sums[c] as number) +
          (rows[first + c] as number) +
          (rows[second + c] as number) +
          (rows[third + c] as number) +
          (rows[last + c] as number);
      }
    }
    for (; i < known; i += 1) {
      const from = found[i] as number;
      for (let c = 0; c < width; c += 1) sums[c] = (sums[c] as number) + (rows[from + c] as number);
    }
    return sums;
  }
}
