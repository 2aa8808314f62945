/** Learns the gist network: gradient descent in small batches with Adam (Kingma and Ba 2015) on all questions at once. */
import type { GistHead, GistLayers, Question } from './gist.ts';
import { QUESTIONS } from './gist.ts';
import { learnable } from './learn.ts';
import { random, shuffled } from './random.ts';

export interface GistRecipe {
  readonly axes: number;
  readonly epochs: number;
  /** How many networks are learned in different orders and heard together. */
  readonly voices: number;
  readonly batch: number;
  readonly rate: number;
  readonly rarest: number;
  readonly seed: number;
  /** The share of a text's features, and of what it shows, that is hidden from each step. */
  readonly hidden: number;
  readonly dulled: number;
  /** How much of each answer is shared out over all classes, so that nothing is learned to be certain. */
  readonly smoothed: number;
}

/** What would be the right answer to one question; no class for "none of them". */
export interface Answer {
  readonly right: readonly number[];
  readonly weight: number;
}

export interface GistExample {
  /** Features of each clause. */
  readonly clauses: readonly (readonly number[])[];
  /** By question; those that nobody answered for this text are missing. */
  readonly answers: Readonly<Partial<Record<Question, Answer>>>;
  /** Its features are learned however rare they are. */
  readonly own?: boolean | undefined;
}

/** A network that has learned: the points of its features, one after another, and what is made of them. */
export interface Voice {
  readonly features: readonly number[];
  readonly points: Float32Array;
  readonly layers: GistLayers;
}

/** How long a point is beside the sum of its features' weights; speeds up the first steps. */
const REACH = 3;
const FIRST = 0.08;

/** Numbers that learn: Adam's averages of the slope and of its square stand beside them. */
class Weights {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;

  constructor(length: number, first: () => number) {
    this.values = Float32Array.from({ length }, first);
    this.slopes = new Float32Array(length);
    this.#means = new Float32Array(length);
    this.#squares = new Float32Array(length);
  }

  /** One step down the gathered slopes of a stretch, which are forgotten. */
  step(from: number, to: number, rate: number): void {
    for (let i = from; i < to; i += 1) {
      const slope = this.slopes[i] as number;
      const mean = 0.9 * (this.#means[i] as number) + 0.1 * slope;
      const square = 0.999 * (this.#squares[i] as number) + 0.001 * slope * slope;
      this.#means[i] = mean;
      this.#squares[i] = square;
      this.values[i] = (this.values[i] as number) - (rate * mean) / (Math.sqrt(square) + 1e-8);
      this.slopes[i] = 0;
    }
  }
}

/** A clause in the hand of the learner: its rows in the space, and its point. */
interface Clause {
  readonly rows: readonly number[];
  readonly size: number;
  readonly point: Float64Array;
}

/** What one text showed, and through which clause. */
interface Shown {
  readonly clauses: readonly Clause[];
  readonly size: number;
  readonly measures: Float64Array;
  /** For each axis the clause that went farthest; -1 where none passed the threshold. */
  readonly strongest: Int32Array;
}

export class GistLearner {
  readonly #recipe: GistRecipe;
  readonly #classes: Readonly<Record<Question, readonly string[]>>;
  readonly #rowOf = new Map<number, number>();
  readonly #space: Weights;
  readonly #thresholds: Weights;
  /** By question: for "none" and each class one row of weights over the measures, its bias last. */
  readonly #heads: Readonly<Record<Question, Weights>>;
  readonly #next: () => number;
  readonly #touched = new Set<number>();
  #steps = 0;

  constructor(
    classes: Readonly<Record<Question, readonly string[]>>,
    recipe: GistRecipe,
    examples: readonly GistExample[],
  ) {
    this.#recipe = recipe;
    this.#classes = classes;
    this.#next = random(recipe.seed);
    for (const feature of learnable(examples, recipe.rarest)) this.#rowOf.set(feature, this.#rowOf.size);
    const { axes } = recipe;
    const around = (most: number) => (): number => (2 * this.#next() - 1) * most;
    this.#space = new Weights(this.#rowOf.size * axes, around(FIRST));
    this.#thresholds = new Weights(2 * axes, () => 0);
    const head = (name: Question): Weights =>
      new Weights((classes[name].length + 1) * this.#width, around(1 / Math.sqrt(2 * axes)));
    this.#heads = Object.fromEntries(QUESTIONS.map((name) => [name, head(name)])) as Record<
      Question,
      Weights
    >;
  }

  get #width(): number {
    return 2 * this.#recipe.axes + 1;
  }

  /** One pass; `examples` may differ from pass to pass. */
  pass(examples: readonly GistExample[], epoch: number): void {
    const { batch, seed } = this.#recipe;
    const order = shuffled(examples.length, seed + epoch);
    for (let from = 0; from < order.length; from += batch) {
      for (const i of order.slice(from, from + batch)) this.#learn(examples[i] as GistExample);
      this.#step();
    }
  }

  #learn({ clauses, answers }: GistExample): void {
    const shown = this.#show(clauses.map((features) => this.#clauseOf(features)));
    const kept = 1 - this.#recipe.dulled;
    const bright = shown.measures.map((measure) => (this.#next() < kept ? measure / kept : 0));
    const slopes = new Float64Array(bright.length);
    for (const name of QUESTIONS) {
      const answer = answers[name];
      if (answer !== undefined) this.#ask(this.#heads[name], bright, answer, slopes);
    }
    for (let i = 0; i < slopes.length; i += 1) slopes[i] = bright[i] === 0 ? 0 : (slopes[i] as number) / kept;
    this.#blame(shown, slopes);
  }

  /** The rows of the features that are not hidden this time. */
  #clauseOf(features: readonly number[]): Clause {
    const { axes, hidden } = this.#recipe;
    const few = features.length <= 3;
    const rows: number[] = [];
    let size = 0;
    for (const feature of features) {
      if (!few && this.#next() < hidden) continue;
      size += 1;
      const row = this.#rowOf.get(feature);
      if (row !== undefined) rows.push(row * axes);
    }
    const point = new Float64Array(axes);
    const { values } = this.#space;
    for (const row of rows)
      for (let axis = 0; axis < axes; axis += 1)
        point[axis] = (point[axis] as number) + (values[row + axis] as number);
    return { rows, size, point };
  }

  #show(clauses: readonly Clause[]): Shown {
    const { axes } = this.#recipe;
    const thresholds = this.#thresholds.values;
    const size = clauses.reduce((sum, clause) => sum + clause.size, 0);
    const measures = new Float64Array(2 * axes);
    const strongest = new Int32Array(axes).fill(-1);
    const whole = REACH / Math.sqrt(size || 1);
    const lengths = clauses.map((clause) => REACH / Math.sqrt(clause.size || 1));
    for (let axis = 0; axis < axes; axis += 1) {
      let sum = 0;
      for (let i = 0; i < clauses.length; i += 1) {
        const along = (clauses[i] as Clause).point[axis] as number;
        sum += along;
        const here = along * (lengths[i] as number) + (thresholds[axes + axis] as number);
        if (here <= (measures[axes + axis] as number)) continue;
        measures[axes + axis] = here;
        strongest[axis] = i;
      }
      measures[axis] = Math.max(0, sum * whole + (thresholds[axis] as number));
    }
    return { clauses, size, measures, strongest };
  }

  /** Asks one question, gathers the slopes of its head, and adds what it blames the measures for. */
  #ask(head: Weights, measures: Float64Array, { right, weight }: Answer, into: Float64Array): void {
    const width = this.#width;
    const count = head.values.length / width;
    const scores = Float64Array.from({ length: count }, (_, c) => {
      let sum = head.values[c * width + width - 1] as number;
      for (let i = 0; i < measures.length; i += 1)
        sum += (head.values[c * width + i] as number) * (measures[i] as number);
      return sum;
    });
    const errors = errorsOf(
      scores,
      right.length === 0 ? [0] : right.map((c) => c + 1),
      this.#recipe.smoothed,
    );
    for (let c = 0; c < count; c += 1) {
      const error = ((errors[c] as number) * weight) / this.#recipe.batch;
      const from = c * width;
      for (let i = 0; i < measures.length; i += 1) {
        head.slopes[from + i] = (head.slopes[from + i] as number) + error * (measures[i] as number);
        into[i] = (into[i] as number) + error * (head.values[from + i] as number);
      }
      head.slopes[from + width - 1] = (head.slopes[from + width - 1] as number) + error;
    }
  }

  /** Hands what the measures are blamed for down to the thresholds and the features. */
  #blame({ clauses, size, strongest }: Shown, slopes: Float64Array): void {
    const { axes } = this.#recipe;
    const space = this.#space.slopes;
    const thresholds = this.#thresholds.slopes;
    for (let i = 0; i < slopes.length; i += 1)
      thresholds[i] = (thresholds[i] as number) + (slopes[i] as number);
    const whole = REACH / Math.sqrt(size || 1);
    for (let i = 0; i < clauses.length; i += 1) {
      const clause = clauses[i] as Clause;
      const length = REACH / Math.sqrt(clause.size || 1);
      const own = Float64Array.from({ length: axes }, (_, axis) => {
        const alone = strongest[axis] === i ? (slopes[axes + axis] as number) * length : 0;
        return (slopes[axis] as number) * whole + alone;
      });
      for (const row of clause.rows) {
        this.#touched.add(row);
        for (let axis = 0; axis < axes; axis += 1)
          space[row + axis] = (space[row + axis] as number) + (own[axis] as number);
      }
    }
  }

  #step(): void {
    this.#steps += 1;
    const { axes, rate } = this.#recipe;
    const warmed = Math.sqrt(1 - 0.999 ** this.#steps) / (1 - 0.9 ** this.#steps);
    for (const row of this.#touched) this.#space.step(row, row + axes, rate * warmed);
    this.#touched.clear();
    for (const weights of [this.#thresholds, ...Object.values(this.#heads)])
      weights.step(0, weights.values.length, (rate / 2) * warmed);
  }

  learned(): Voice {
    const { axes } = this.#recipe;
    const features = [...this.#rowOf.keys()].sort((a, b) => a - b);
    const points = new Float32Array(features.length * axes);
    for (const [i, feature] of features.entries()) {
      const from = (this.#rowOf.get(feature) as number) * axes;
      points.set(this.#space.values.subarray(from, from + axes), i * axes);
    }
    return { features, points: points.map((value) => value * REACH), layers: this.#layers() };
  }

  #layers(): GistLayers {
    const { axes } = this.#recipe;
    const thresholds = [...this.#thresholds.values].map(short);
    return {
      whole: thresholds.slice(0, axes),
      clause: thresholds.slice(axes),
      heads: Object.fromEntries(QUESTIONS.map((name) => [name, this.#headOf(name)])) as GistLayers['heads'],
    };
  }

  /** Scores are told beside those of "none". */
  #headOf(name: Question): GistHead {
    const { values } = this.#heads[name];
    const classes = this.#classes[name];
    const width = this.#width;
    const beside = (c: number, i: number): number =>
      short((values[(c + 1) * width + i] as number) - (values[i] as number));
    return {
      classes,
      weights: classes.map((_, c) => Array.from({ length: width - 1 }, (__, i) => beside(c, i))),
      bias: classes.map((_, c) => beside(c, width - 1)),
    };
  }
}

const short = (value: number): number => Math.round(value * 1e4) / 1e4 || 0;

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
