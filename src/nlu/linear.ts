/**
 * A small linear model over hashed features: one row of signed bytes per feature, pooled over clauses.
 * Scores and chances are plain arrays: where they are this short, a typed one takes longer to make than to fill.
 */

export interface LinearModel {
  readonly classes: readonly string[];
  /** Feature buckets, ascending; `rows` holds `classes.length` bytes for each. */
  readonly buckets: Uint32Array;
  readonly rows: Int8Array;
  /** What one step of a byte is worth. */
  readonly step: number;
}

/** A class's score over all clauses: the strongest clauses decide. */
export function pool(clauses: readonly (readonly number[])[], width: number): number[] {
  const pooled = new Array<number>(width);
  for (let c = 0; c < width; c += 1) {
    let sum = 0;
    for (const scores of clauses) sum += Math.exp(scores[c] as number);
    pooled[c] = Math.log(sum || 1e-9);
  }
  return pooled;
}

/** Probabilities of the classes; what is missing to 1 is the probability of "none". */
export function softmax(scores: readonly number[], temperature = 1): number[] {
  let top = 0;
  for (let c = 0; c < scores.length; c += 1) top = Math.max(top, (scores[c] as number) / temperature);
  let sum = Math.exp(-top);
  const out = new Array<number>(scores.length);
  for (let c = 0; c < scores.length; c += 1) {
    const value = Math.exp((scores[c] as number) / temperature - top);
    out[c] = value;
    sum += value;
  }
  for (let c = 0; c < out.length; c += 1) out[c] = (out[c] as number) / sum;
  return out;
}
