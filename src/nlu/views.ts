/**
 * Two views of a text. Linear models look at its clauses one by one, the gist network at the whole. Intent, the wish for a person
 * and gravity are the gist's to tell; the cause both tell, as each errs where the other does not.
 */
import type { Answers, Placed } from './gist.ts';
import { pool } from './linear.ts';

/** `deed`: which clause tells what happened. */
export const LINEAR = ['cause', 'emotion', 'remedy', 'deed'] as const;
export type LinearName = (typeof LINEAR)[number];

/** What the linear models say of one clause. */
export type Scores = Readonly<Record<LinearName, readonly number[]>>;

/** A text as both views see it. */
export interface Viewed {
  readonly clauses: readonly Scores[];
  readonly placed: readonly Placed[];
  readonly whole: Answers;
}

/** How much the gist has to say of the cause beside the clauses; fitted on development rows. */
const GIST_SHARE = 2 / 3;

/** Scores of the causes, of which one is true of the text: both views, weighed. */
export function causeScores(clauses: readonly (readonly number[])[], whole: readonly number[]): number[] {
  return pool(clauses, whole.length).map(
    (score, c) => score * (1 - GIST_SHARE) + (whole[c] as number) * GIST_SHARE,
  );
}

/** `edge` keeps what is nearly certain from weighing without end. */
export const logit = (p: number, edge = 1e-6): number => Math.log((p + edge) / (1 - p + edge));
export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
