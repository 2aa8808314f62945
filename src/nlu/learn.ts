/** Trains a linear model on texts cut into clauses; only the label of the whole text is known (multiple instances). */
import type { LinearModel } from './linear.ts';
import { random, shuffled } from './random.ts';
import { learnable } from './vocabulary.ts';

export interface Example {
  /** Features of each clause. */
  readonly clauses: readonly (readonly number[])[];
  /** Indices of the classes that would be right; none for "none of them". */
  readonly right: readonly number[];
  readonly weight: number;
  /** Its features are learned however rare they are. */
  readonly own?: boolean | undefined;
}

/** How any model learns. */
export interface Passes {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly rarest: number;
  readonly seed: number;
  /** How many models are trained in different orders and averaged. */
  readonly voices: number;
}

export interface Recipe extends Passes {
  /** How often a training text is set among praise and plain clauses, and among how many at most. */
  readonly mixed: number;
  readonly company: number;
}

/** Classes and what they share: each class also learns through its parents. */
export interface ClassTree {
  readonly classes: readonly string[];
  /** For each class the indices (from classes.length up) of the nodes it shares with others. */
  readonly parents: readonly (readonly number[])[];
  readonly nodes: number;
}

export class Learner {
  readonly #tree: ClassTree;
  readonly #recipe: Recipe;
  readonly #rowOf = new Map<number, number>();
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;

  constructor(tree: ClassTree, recipe: Recipe, examples: readonly Example[]) {
    this.#tree = tree;
    this.#recipe = recipe;
    for (const feature of learnable(examples, recipe.rarest)) this.#rowOf.set(feature, this.#rowOf.size);
    const size = this.#rowOf.size * tree.nodes;
    this.#weights = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(1e-4);
  }

  /** One pass; `examples` may differ from pass to pass. */
  pass(examples: readonly Example[], epoch: number): void {
    for (const i of shuffled(examples.length, this.#recipe.seed + epoch)) this.#learn(examples[i] as Example);
  }

  #learn(example: Example): void {
    const width = this.#tree.classes.length;
    const clauses = example.clauses.map((features) => this.#rows(features));
    const scores = clauses.map((rows) => this.#score(rows));
    const slopes = slopesOf(scores, example.right, width);
    for (let i = 0; i < clauses.length; i += 1) {
      this.#step(clauses[i] as number[], slopes[i] as Float64Array, example.weight);
    }
  }

  #rows(features: readonly number[]): number[] {
    const rows: number[] = [];
    for (const feature of features) {
      const row = this.#rowOf.get(feature);
      if (row !== undefined) rows.push(row * this.#tree.nodes);
    }
    return rows;
  }

  #score(rows: readonly number[]): Float64Array {
    const { classes, parents, nodes } = this.#tree;
    const sums = new Float64Array(nodes);
    for (const row of rows)
      for (let n = 0; n < nodes; n += 1) sums[n] = (sums[n] as number) + (this.#weights[row + n] as number);
    const scale = 1 / Math.sqrt(rows.length || 1);
    return Float64Array.from(classes, (_, c) => {
      let sum = sums[c] as number;
      for (const parent of parents[c] ?? []) sum += sums[parent] as number;
      return sum * scale;
    });
  }

  #step(rows: readonly number[], slope: Float64Array, weight: number): void {
    const { nodes, parents } = this.#tree;
    const { rate, decay } = this.#recipe;
    const all = new Float64Array(nodes);
    for (let c = 0; c < slope.length; c += 1) {
      const g = (slope[c] as number) * weight;
      all[c] = g;
      for (const parent of parents[c] ?? []) all[parent] = (all[parent] as number) + g;
    }
    const scale = 1 / Math.sqrt(rows.length || 1);
    for (const row of rows) {
      for (let n = 0; n < nodes; n += 1) {
        const at = row + n;
        const w = this.#weights[at] as number;
        const g = (all[n] as number) * scale + decay * w;
        if (g === 0) continue;
        const square = (this.#squares[at] as number) + g * g;
        this.#squares[at] = square;
        this.#weights[at] = w - (rate * g) / Math.sqrt(square);
      }
    }
  }

  /** The learned weights by feature, parents folded into their classes. */
  table(): WeightTable {
    const { classes, parents, nodes } = this.#tree;
    const width = classes.length;
    const features = [...this.#rowOf.keys()].sort((a, b) => a - b);
    const weights = new Float32Array(features.length * width);
    features.forEach((feature, i) => {
      const row = (this.#rowOf.get(feature) as number) * nodes;
      for (let c = 0; c < width; c += 1) {
        let sum = this.#weights[row + c] as number;
        for (const parent of parents[c] ?? []) sum += this.#weights[row + parent] as number;
        weights[i * width + c] = sum;
      }
    });
    return { classes, features, weights };
  }
}

export interface WeightTable {
  readonly classes: readonly string[];
  readonly features: readonly number[];
  readonly weights: Float32Array;
}

/** The mean of models that learned the same features in different orders, in bytes. */
export function meanModel(tables: readonly WeightTable[]): LinearModel {
  const [first] = tables;
  if (first === undefined) throw new Error('no model to take the mean of');
  const mean = first.weights.map(
    (_, i) => tables.reduce((sum, one) => sum + (one.weights[i] as number), 0) / tables.length,
  );
  const top = mean.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const step = top / 127 || 1;
  return {
    classes: first.classes,
    buckets: Uint32Array.from(first.features),
    rows: Int8Array.from(mean, (w) => Math.round(w / step)),
    step,
  };
}

/** One recipe for each voice: the same but for the seed. */
export function voicesOf<R extends Pick<Passes, 'voices' | 'seed'>>(recipe: R): R[] {
  return Array.from({ length: recipe.voices }, (_, i) => ({ ...recipe, seed: recipe.seed + i * 1000 }));
}

/** The mean of as many voices as the recipe names; `drawn` gives a pass other examples than the plain ones. */
export function learnFrom(
  tree: ClassTree,
  plain: readonly Example[],
  recipe: Recipe,
  drawn: (next: () => number) => readonly Example[] = () => plain,
): LinearModel {
  const tables = voicesOf(recipe).map((voice) => {
    const learner = new Learner(tree, voice, plain);
    const next = random(voice.seed);
    for (let epoch = 0; epoch < voice.epochs; epoch += 1) learner.pass(drawn(next), epoch);
    return learner.table();
  });
  return meanModel(tables);
}

/** How the loss changes with each clause's scores: the text's error, shared out by how much each clause said. */
function slopesOf(scores: readonly Float64Array[], right: readonly number[], width: number): Float64Array[] {
  const sums = new Float64Array(width);
  let top = 0;
  for (const one of scores) for (const score of one) top = Math.max(top, score);
  for (const one of scores)
    for (let c = 0; c < width; c += 1) sums[c] = (sums[c] as number) + Math.exp((one[c] as number) - top);
  const none = Math.exp(-top);
  const total = sums.reduce((a, b) => a + b, none);
  const rightTotal = right.length === 0 ? none : right.reduce((sum, c) => sum + (sums[c] as number), 0);
  return scores.map((one) =>
    Float64Array.from({ length: width }, (_, c) => {
      const share = Math.exp((one[c] as number) - top);
      return share / total - (right.includes(c) ? share / rightTotal : 0);
    }),
  );
}
