/** A small linear model over hashed features: one row of signed bytes per feature, pooled over clauses. */

export interface LinearModel {
  readonly classes: readonly string[];
  /** Feature buckets, ascending; `rows` holds `classes.length` bytes for each. */
  readonly buckets: Uint32Array;
  readonly rows: Int8Array;
  /** What one step of a byte is worth. */
  readonly step: number;
}

/** Scores clauses by a model whose buckets are laid out for fast look-up. */
export class Scorer {
  readonly classes: readonly string[];
  readonly #rowOf: Map<number, number>;
  readonly #rows: Int8Array;
  readonly #step: number;

  constructor(model: LinearModel) {
    this.classes = model.classes;
    this.#rows = model.rows;
    this.#step = model.step;
    this.#rowOf = new Map(Array.from(model.buckets, (bucket, row) => [bucket, row]));
  }

  /** One score per class for one clause; 0 is "none of them". */
  score(features: readonly number[]): Float64Array {
    const width = this.classes.length;
    const sums = new Float64Array(width);
    for (const feature of features) {
      const row = this.#rowOf.get(feature);
      if (row === undefined) continue;
      const from = row * width;
      for (let c = 0; c < width; c += 1) sums[c] = (sums[c] as number) + (this.#rows[from + c] as number);
    }
    const scale = this.#step / Math.sqrt(features.length || 1);
    for (let c = 0; c < width; c += 1) sums[c] = (sums[c] as number) * scale;
    return sums;
  }
}

/** A class's score over all clauses: the strongest clauses decide. */
export function pool(clauses: readonly Float64Array[], width: number): Float64Array {
  const pooled = new Float64Array(width);
  for (let c = 0; c < width; c += 1) {
    let sum = 0;
    for (const scores of clauses) sum += Math.exp(scores[c] as number);
    pooled[c] = Math.log(sum || 1e-9);
  }
  return pooled;
}

/** Probabilities of the classes; what is missing to 1 is the probability of "none". */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  let top = 0;
  for (const score of scores) top = Math.max(top, score / temperature);
  let sum = Math.exp(-top);
  const out = scores.map((score) => Math.exp(score / temperature - top));
  for (const value of out) sum += value;
  return out.map((value) => value / sum);
}
