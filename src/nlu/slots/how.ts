/** What happened: the clause that complains most; of those that complain alike the first, as the deed comes before what followed. */
import type { Clause } from '../clauses.ts';
import { softmax } from '../linear.ts';
import type { Folded } from '../normalise.ts';

const LEAST = 0.4;
const ALIKE = 0.1;
const SHORTEST = 3;

/** The customer's own words of that clause; nothing where no clause complains. */
export function howOf(
  folded: Folded,
  clauses: readonly Clause[],
  scores: readonly Float64Array[],
): string | undefined {
  const told = clauses
    .map((clause, i) => ({
      clause,
      complains: softmax(scores[i] as Float64Array).reduce((a, b) => a + b, 0),
    }))
    .filter(({ clause }) => clause.text.length >= SHORTEST);
  const most = told.reduce((top, { complains }) => Math.max(top, complains), 0);
  const how = told.find(({ complains }) => complains >= Math.max(LEAST, most - ALIKE))?.clause;
  return how === undefined ? undefined : folded.original(how.at, how.at + how.text.length);
}
