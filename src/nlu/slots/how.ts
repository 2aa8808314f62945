/**
 * What happened: the clause that tells most of a deed. A clause that only names the place, the person, the thing or the time tells
 * none, nor does one that wishes for something; facts come first, the deed after them.
 */
import type { Slots } from '../../domain/reading.ts';
import type { Clause } from '../clauses.ts';
import { softmax } from '../linear.ts';
import type { Folded } from '../normalise.ts';
import type { Scores } from '../views.ts';
import { logit } from '../views.ts';

/** A clause and what the models make of it. */
export interface ToldClause {
  readonly clause: Clause;
  readonly scores: Scores;
  /** 0–1: how surely the clause by itself gives bare facts. */
  readonly informs: number;
}

const FULL = 12;
const EDGE = 0.01;
/** Fitted on the development rows that name the deed; a clause that weighs less than `LEAST` tells too little. */
const WEIGHTS = { complains: 0.35, wishes: -0.75, informs: -0.67, left: 2.2, length: 2.2, later: 2.2 };
const LEAST = 8.25;
const AND = /^(?:and|but|then|so)(?: then)? (?=\S)/i;
const NOISE_AT_END = /[^\p{L}\p{N}%)）」』”"'’°]+$/u;

/** What is left of a clause without the facts that were found in it. */
function leftOf(clause: string, { when, where, who, what, order, phone, amount }: Slots): string {
  return [when?.text, where, who, what, order, phone, amount?.text].reduce<string>(
    (left, fact) => (fact === undefined ? left : left.replace(fact, '')),
    clause,
  );
}

const chanceOf = (scores: Float64Array): number => softmax(scores).reduce((a, b) => a + b, 0);

function telling({ scores, informs }: ToldClause, words: string, later: number, slots: Slots): number {
  const rest = leftOf(words, slots).length;
  return (
    WEIGHTS.complains * logit(chanceOf(scores.cause), EDGE) +
    WEIGHTS.wishes * logit(chanceOf(scores.remedy), EDGE) +
    WEIGHTS.informs * logit(informs, EDGE) +
    WEIGHTS.left * (rest / words.length) +
    WEIGHTS.length * (Math.min(rest, FULL) / FULL) +
    WEIGHTS.later * later
  );
}

/** The customer's own words of that clause; nothing where no clause tells enough. */
export function howOf(folded: Folded, told: readonly ToldClause[], slots: Slots): string | undefined {
  let how: string | undefined;
  let most = LEAST;
  for (const [i, one] of told.entries()) {
    const { at, text } = one.clause;
    const words = folded.original(at, at + text.length);
    const score = telling(one, words, i / Math.max(1, told.length - 1), slots);
    if (score < most) continue;
    how = words;
    most = score;
  }
  return how?.replace(AND, '').replace(NOISE_AT_END, '') || undefined;
}
