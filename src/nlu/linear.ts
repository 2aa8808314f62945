/** A small linear model over hashed features: one row of signed bytes per feature, pooled over clauses. */

export interface LinearModel {
  readonly classes: readonly string[];
  /** Feature buckets, ascending; `rows` holds `classes.length` bytes for each. */
  readonly buckets: Uint32Array;
  readonly rows: Int8Array;
  /** What one step of a byte is worth. */
  readonly step: number;
}

/** Open addressing, half full: where the row of a bucket is. */
class RowTable {
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  constructor(buckets: Uint32Array) {
    let size = 16;
    while (size < buckets.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(-1);
    this.#rows = new Int32Array(size);
    for (let row = 0; row < buckets.length; row += 1) {
      let at = this.#home(buckets[row] as number);
      while (this.#keys[at] !== -1) at = (at + 1) & this.#mask;
      this.#keys[at] = buckets[row] as number;
      this.#rows[at] = row;
    }
  }

  #home(bucket: number): number {
    return (Math.imul(bucket, 0x9e3779b1) >>> 7) & this.#mask;
  }

  /** The row of a bucket, or -1. */
  rowOf(bucket: number): number {
    let at = this.#home(bucket);
    while (this.#keys[at] !== -1) {
      if (this.#keys[at] === bucket) return this.#rows[at] as number;
      at = (at + 1) & this.#mask;
    }
    return -1;
  }
}

/** The features of a clause that any model knows, by number, and how many there were in all. */
export interface Known {
  readonly ids: readonly number[];
  readonly size: number;
}

/** The features of several models under one numbering, so that each is looked up once. */
export class Vocabulary {
  readonly #table: RowTable;
  readonly buckets: Uint32Array;

  constructor(models: readonly LinearModel[]) {
    this.buckets = Uint32Array.from(new Set(models.flatMap((model) => [...model.buckets])));
    this.#table = new RowTable(this.buckets);
  }

  idOf(bucket: number): number {
    return this.#table.rowOf(bucket);
  }

  known(features: readonly number[]): Known {
    const ids: number[] = [];
    for (const feature of features) {
      const id = this.#table.rowOf(feature);
      if (id >= 0) ids.push(id);
    }
    return { ids, size: features.length };
  }
}

/** Scores clauses by a model. */
export class Scorer {
  readonly classes: readonly string[];
  readonly #rowOf: Int32Array;
  readonly #rows: Int8Array;
  readonly #step: number;

  constructor(model: LinearModel, vocabulary: Vocabulary) {
    this.classes = model.classes;
    this.#rows = model.rows;
    this.#step = model.step;
    this.#rowOf = new Int32Array(vocabulary.buckets.length).fill(-1);
    for (let row = 0; row < model.buckets.length; row += 1) {
      this.#rowOf[vocabulary.idOf(model.buckets[row] as number)] = row;
    }
  }

  /** One score per class for one clause; 0 is "none of them". */
  score({ ids, size }: Known): Float64Array {
    const width = this.classes.length;
    const scores = new Float64Array(width);
    const rows = this.#rows;
    const rowOf = this.#rowOf;
    for (let i = 0; i < ids.length; i += 1) {
      const row = rowOf[ids[i] as number] as number;
      if (row < 0) continue;
      const from = row * width;
      for (let c = 0; c < width; c += 1) scores[c] = (scores[c] as number) + (rows[from + c] as number);
    }
    const scale = this.#step / Math.sqrt(size || 1);
    for (let c = 0; c < width; c += 1) scores[c] = (scores[c] as number) * scale;
    return scores;
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
  for (let c = 0; c < scores.length; c += 1) top = Math.max(top, (scores[c] as number) / temperature);
  let sum = Math.exp(-top);
  const out = new Float64Array(scores.length);
  for (let c = 0; c < scores.length; c += 1) {
    const value = Math.exp((scores[c] as number) / temperature - top);
    out[c] = value;
    sum += value;
  }
  for (let c = 0; c < out.length; c += 1) out[c] = (out[c] as number) / sum;
  return out;
}
