/** What happened: the clause that complains most. */
import type { Clause } from '../clauses.ts';
import { softmax } from '../linear.ts';
import type { Folded } from '../normalise.ts';

const SURE = 0.6;
const SHORTEST = 3;

/** The customer's own words of the clause whose scores speak most of a complaint; nothing where none does. */
export function howOf(
  folded: Folded,
  clauses: readonly Clause[],
  scores: readonly Float64Array[],
): string | undefined {
  let best: Clause | undefined;
  let most = SURE;
  for (const [i, clause] of clauses.entries()) {
    const complains = softmax(scores[i] as Float64Array).reduce((a, b) => a + b, 0);
    if (complains <= most || clause.text.length < SHORTEST) continue;
    best = clause;
    most = complains;
  }
  return best === undefined ? undefined : folded.original(best.at, best.at + best.text.length);
}
