/** Several linear models on the same features: their rows stand side by side, so that one walk scores for all of them. */
import { BUCKETS } from './features.ts';
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
    let rows = 1;
    for (const buckets of lists) {
      for (let i = 0; i < buckets.length; i += 1) {
        const bucket = buckets[i] as number;
        if (this.#rowOf[bucket] !== 0) continue;
        this.#rowOf[bucket] = rows;
        rows += 1;
      }
    }
    return rows;
  }

  #place({ buckets, rows, classes }: LinearModel, from: number): void {
    const own = classes.length;
    for (let i = 0; i < buckets.length; i += 1) {
      const to = (this.#rowOf[buckets[i] as number] as number) * this.#sums.length + from;
      for (let c = 0; c < own; c += 1) this.#rows[to + c] = rows[i * own + c] as number;
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
    const rowOf = this.#rowOf;
    const width = sums.length;
    for (let i = 0; i < features.length; i += 1) {
      const from = (rowOf[features[i] as number] as number) * width;
      if (from === 0) continue;
      for (let c = 0; c < width; c += 1) sums[c] = (sums[c] as number) + (rows[from + c] as number);
    }
    return sums;
  }
}
