/** Several linear models on the same features: their rows stand side by side, so that one walk scores for all of them. */
import { BUCKETS } from './hash.ts';
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
  readonly #seats: Seat<Name>[] = [];
  /** The row of each bucket; row 0 is blank, for features that no model knows. */
  readonly #rowOf = new Int32Array(BUCKETS);
  readonly #rows: Int8Array;
  readonly #sums: Int32Array;
  /** The rows of the clause in hand. */
  #found = new Int32Array(1024);

  constructor(models: Readonly<Record<Name, LinearModel>>) {
    const all = Object.entries(models) as [Name, LinearModel][];
    this.classes = Object.fromEntries(
      all.map(([name, { classes }]) => [name, classes]),
    ) as Panel<Name>['classes'];
    const rows = this.#number(all.map(([, model]) => model.buckets));
    let width = 0;
    for (const [name, { classes, step }] of all) {
      this.#seats.push({ name, from: width, to: width + classes.length, step });
      width += classes.length;
    }
    this.#sums = new Int32Array(width);
    this.#rows = new Int8Array(rows * width);
    for (const [i, { from }] of this.#seats.entries()) this.#place((all[i] as [Name, LinearModel])[1], from);
  }

  #number(lists: readonly Uint32Array[]): number {
    const rowOf = this.#rowOf;
    let rows = 1;
    for (const buckets of lists) {
      for (let i = 0; i < buckets.length; i += 1) {
        const bucket = buckets[i] as number;
        if (rowOf[bucket] !== 0) continue;
        rowOf[bucket] = rows;
        rows += 1;
      }
    }
    return rows;
  }

  #place({ buckets, rows, classes }: LinearModel, from: number): void {
    const own = classes.length;
    const all = this.#rows;
    const width = this.#sums.length;
    for (let i = 0; i < buckets.length; i += 1) {
      const to = (this.#rowOf[buckets[i] as number] as number) * width + from;
      for (let c = 0; c < own; c += 1) all[to + c] = rows[i * own + c] as number;
    }
  }

  /** For each model one score per class for one clause; 0 is "none of them". */
  score(features: readonly number[]): Record<Name, Float64Array> {
    const sums = this.#add(features);
    const scores = {} as Record<Name, Float64Array>;
    for (const { name, from, to, step } of this.#seats) {
      const scale = step / Math.sqrt(features.length || 1);
      const own = new Float64Array(to - from);
      for (let c = 0; c < own.length; c += 1) own[c] = (sums[from + c] as number) * scale;
      scores[name] = own;
    }
    return scores;
  }

  #add(features: readonly number[]): Int32Array {
    const sums = this.#sums.fill(0);
    const rows = this.#rows;
    const width = sums.length;
    const known = this.#find(features);
    for (let i = 0; i < known; i += 1) {
      const from = (this.#found[i] as number) * width;
      for (let c = 0; c < width; c += 1) sums[c] = (sums[c] as number) + (rows[from + c] as number);
    }
    return sums;
  }

  /** All rows are looked up first: a look-up among many mostly waits for memory, and these can wait together. */
  #find(features: readonly number[]): number {
    if (this.#found.length < features.length) this.#found = new Int32Array(features.length * 2);
    const rowOf = this.#rowOf;
    const found = this.#found;
    let known = 0;
    for (let i = 0; i < features.length; i += 1) {
      const row = rowOf[features[i] as number] as number;
      if (row === 0) continue;
      found[known] = row;
      known += 1;
    }
    return known;
  }
}
