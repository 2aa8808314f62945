/** Learns the gist network: gradient descent in small batches, on all questions at once. */
import type { GistLayers, Question } from './gist.ts';
import { QUESTIONS } from './gist.ts';
import type { GistExample, GistRecipe, Voice } from './gistExample.ts';
import { GistQuestion, short } from './gistQuestion.ts';
import { Weights } from './gistWeights.ts';
import { random, shuffled } from './random.ts';
import { learnable } from './vocabulary.ts';

/** How long a point is beside the sum of its features' weights; speeds up the first steps. */
const REACH = 3;
const FIRST = 0.08;

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
  readonly #rowOf = new Map<number, number>();
  readonly #space: Weights;
  readonly #thresholds: Weights;
  readonly #questions: Readonly<Record<Question, GistQuestion>>;
  readonly #next: () => number;
  readonly #touched = new Set<number>();
  #steps = 0;

  constructor(
    classes: Readonly<Record<Question, readonly string[]>>,
    recipe: GistRecipe,
    examples: readonly GistExample[],
  ) {
    this.#recipe = recipe;
    this.#next = random(recipe.seed);
    for (const feature of learnable(examples, recipe.rarest)) this.#rowOf.set(feature, this.#rowOf.size);
    const { axes } = recipe;
    const around = (most: number) => (): number => (2 * this.#next() - 1) * most;
    this.#space = new Weights(this.#rowOf.size * axes, around(FIRST));
    this.#thresholds = new Weights(2 * axes, () => 0);
    const asked = (name: Question): GistQuestion =>
      new GistQuestion(classes[name], 2 * axes, around(1 / Math.sqrt(2 * axes)));
    this.#questions = Object.fromEntries(QUESTIONS.map((name) => [name, asked(name)])) as Record<
      Question,
      GistQuestion
    >;
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
      if (answer === undefined) continue;
      this.#questions[name].ask(bright, answer, this.#recipe.smoothed, 1 / this.#recipe.batch, slopes);
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
    this.#thresholds.step(0, 2 * axes, (rate / 2) * warmed);
    for (const question of Object.values(this.#questions)) question.step((rate / 2) * warmed);
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
      heads: Object.fromEntries(
        QUESTIONS.map((name) => [name, this.#questions[name].head()]),
      ) as GistLayers['heads'],
    };
  }
}
