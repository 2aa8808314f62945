/**
 * Two views of a text. One model of a pair looks for the clause that decides, its twin weighs all clauses together; each errs
 * where the other does not, so that the mean of both is right far more often than either.
 */
import { pool, softmax } from './linear.ts';

export const LEARNED = ['cause', 'intent', 'human', 'severity', 'emotion', 'remedy'] as const;
export type Learned = (typeof LEARNED)[number];
export const TWINNED = ['cause', 'intent', 'human', 'severity'] as const satisfies readonly Learned[];
export type Twinned = (typeof TWINNED)[number];
type Gist = `gist.${Twinned}`;
export type ModelName = Learned | Gist;

/** The name of the twin that reads a text as a whole. */
export const gistOf = (name: Twinned): Gist => `gist.${name}`;
export const MODELS: readonly ModelName[] = [...LEARNED, ...TWINNED.map(gistOf)];

/** What the models say of one clause, and on how many features of it they say so. */
export interface Scores {
  readonly of: Readonly<Record<ModelName, Float64Array>>;
  readonly size: number;
}

/** A twin's scores of a text, as if all its features stood in one clause. */
function gist(clauses: readonly Scores[], name: Twinned): Float64Array {
  const all = clauses.reduce((sum, { size }) => sum + size, 0);
  const sums = new Float64Array(clauses[0]?.of[gistOf(name)].length ?? 0);
  for (const { of, size } of clauses) {
    const share = Math.sqrt(size / (all || 1));
    const own = of[gistOf(name)];
    for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] as number) + (own[c] as number) * share;
  }
  return sums;
}

/** Scores of the classes, of which one is true of the text: the mean of both views. */
export function bothViews(clauses: readonly Scores[], name: Twinned, width: number): Float64Array {
  const whole = gist(clauses, name);
  return pool(
    clauses.map(({ of }) => of[name]),
    width,
  ).map((score, c) => (score + (whole[c] ?? 0)) / 2);
}

export const logit = (p: number): number => Math.log((p + 1e-6) / (1 - p + 1e-6));
export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Chances of each class for itself: how surely the strongest clause speaks of it, and the text as a whole. */
export function chancesOf(clauses: readonly Scores[], name: Twinned): Float64Array {
  const whole = softmax(gist(clauses, name));
  const strongest = new Float64Array(whole.length);
  for (const { of } of clauses) {
    const chances = softmax(of[name]);
    for (let c = 0; c < strongest.length; c += 1)
      strongest[c] = Math.max(strongest[c] as number, chances[c] as number);
  }
  return strongest.map((p, c) => logistic((logit(p) + logit(whole[c] as number)) / 2));
}
