/**
 * What happened: the clause that a model learned from marked reports finds most like a deed. A clause that only names the place, the
 * person, the thing or the time tells none.
 */
import type { Slots } from '../../domain/reading.ts';
import type { Clause } from '../clauses.ts';
import type { Folded } from '../normalise.ts';

/** A clause, and how much like a deed the model finds it; 0 is even. */
export interface ToldClause {
  readonly clause: Clause;
  readonly deed: number;
}

const FULL = 12;
/** Fitted on the development rows that name the deed; a clause that weighs less than `LEAST` tells too little. */
const WEIGHTS = { deed: 1.8, left: 4, length: 1.6 };
const LEAST = 1;
const AND = /^(?:and|but|then|so)(?: then)? (?=\S)/i;
const NOISE_AT_END = /[^\p{L}\p{N}%)）」』”"'’°]+$/u;

/** What is left of a clause without the facts that were found in it. */
function leftOf(clause: string, { when, where, who, what, order, phone, amount }: Slots): string {
  return [when?.text, where, who, what, order, phone, amount?.text].reduce<string>(
    (left, fact) => (fact === undefined ? left : left.replace(fact, '')),
    clause,
  );
}

function telling({ deed }: ToldClause, words: string, slots: Slots): number {
  const rest = leftOf(words, slots).length;
  return (
    WEIGHTS.deed * deed +
    WEIGHTS.left * (rest / words.length) +
    WEIGHTS.length * (Math.min(rest, FULL) / FULL)
  );
}

/** The customer's own words of that clause; nothing where no clause tells enough. */
export function howOf(folded: Folded, told: readonly ToldClause[], slots: Slots): string | undefined {
  let how: string | undefined;
  let most = LEAST;
  for (const one of told) {
    const { at, text } = one.clause;
    const words = folded.original(at, at + text.length);
    const score = telling(one, words, slots);
    if (score < most) continue;
    how = words;
    most = score;
  }
  return how?.replace(AND, '').replace(NOISE_AT_END, '') || undefined;
}
