/** What the gist network learns from and how, and what comes of it. */
import type { GistLayers, Question } from './gist.ts';

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
