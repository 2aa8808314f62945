/** One question put to the gist while it learns: how it answers, how wrong that is, and what is to blame. */
import type { GistHead } from './gist.ts';
import type { Answer } from './gistExample.ts';
import { Weights } from './gistWeights.ts';

/** How far each answer is from the right ones: what it was thought likely, less what it should have been. */
function errorsOf(scores: Float64Array, right: readonly number[], smoothed: number): Float64Array {
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((a, b) => a + b, 0);
  const rightTotal = right.reduce((sum, c) => sum + (shares[c] as number), 0) || 1e-9;
  return shares.map((share, c) => {
    const meant = right.includes(c) ? (share / rightTotal) * (1 - smoothed) : 0;
    return share / total - meant - smoothed / shares.length;
  });
}

/** Four digits are enough for a weight in a file. */
export const short = (value: number): number => Math.round(value * 1e4) / 1e4 || 0;

export class GistQuestion {
  readonly #classes: readonly string[];
  /** For "none" and each class one row of weights over the measures, its bias last. */
  readonly #weights: Weights;
  readonly #width: number;

  constructor(classes: readonly string[], measures: number, first: () => number) {
    this.#classes = classes;
    this.#width = measures + 1;
    this.#weights = new Weights((classes.length + 1) * this.#width, first);
  }

  #scores(measures: Float64Array): Float64Array {
    const { values } = this.#weights;
    return Float64Array.from({ length: this.#classes.length + 1 }, (_, c) => {
      const from = c * this.#width;
      let sum = values[from + measures.length] as number;
      for (let i = 0; i < measures.length; i += 1)
        sum += (values[from + i] as number) * (measures[i] as number);
      return sum;
    });
  }

  /** Gathers the slopes of one answer, `share` of a batch, and adds what it blames the measures for. */
  ask(measures: Float64Array, answer: Answer, smoothed: number, share: number, into: Float64Array): void {
    const { values, slopes } = this.#weights;
    const right = answer.right.length === 0 ? [0] : answer.right.map((c) => c + 1);
    for (const [c, error] of errorsOf(this.#scores(measures), right, smoothed).entries()) {
      const slope = error * answer.weight * share;
      const from = c * this.#width;
      for (let i = 0; i < measures.length; i += 1) {
        slopes[from + i] = (slopes[from + i] as number) + slope * (measures[i] as number);
        into[i] = (into[i] as number) + slope * (values[from + i] as number);
      }
      slopes[from + measures.length] = (slopes[from + measures.length] as number) + slope;
    }
  }

  step(rate: number): void {
    this.#weights.step(0, this.#weights.values.length, rate);
  }

  /** What was learned; scores are told beside those of "none". */
  head(): GistHead {
    const { values } = this.#weights;
    const width = this.#width;
    const beside = (c: number, i: number): number =>
      short((values[(c + 1) * width + i] as number) - (values[i] as number));
    return {
      classes: this.#classes,
      weights: this.#classes.map((_, c) => Array.from({ length: width - 1 }, (__, i) => beside(c, i))),
      bias: this.#classes.map((_, c) => beside(c, width - 1)),
    };
  }
}
