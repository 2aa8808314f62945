/**
 * What happened: the clause that complains most; of those that complain alike the first, as the deed comes before what followed.
 * A clause that only names the place, the person, the thing or the time tells no deed.
 */
import type { Slots } from '../../domain/reading.ts';
import type { Clause } from '../clauses.ts';
import { softmax } from '../linear.ts';
import type { Folded } from '../normalise.ts';

const LEAST = 0.4;
const ALIKE = 0.1;
const SHORTEST = 3;
/** A clause of which less than this share is left without the names and numbers in it tells nothing more. */
const TELLING = 0.4;

/** Whether a clause says more than the facts that were found in it. */
function tells(clause: string, { when, where, who, what, order, phone }: Slots): boolean {
  const rest = [when?.text, where, who, what, order, phone].reduce<string>(
    (left, fact) => (fact === undefined ? left : left.replace(fact, '')),
    clause,
  );
  return rest.length >= clause.length * TELLING;
}

/** The customer's own words of that clause; nothing where no clause complains. */
export function howOf(
  folded: Folded,
  clauses: readonly Clause[],
  scores: readonly Float64Array[],
  slots: Slots,
): string | undefined {
  const words = ({ at, text }: Clause): string => folded.original(at, at + text.length);
  const told = clauses
    .map((clause, i) => ({
      clause,
      complains: softmax(scores[i] as Float64Array).reduce((a, b) => a + b, 0),
    }))
    .filter(({ clause }) => clause.text.length >= SHORTEST && tells(words(clause), slots));
  const most = told.reduce((top, { complains }) => Math.max(top, complains), 0);
  const how = told.find(({ complains }) => complains >= Math.max(LEAST, most - ALIKE))?.clause;
  return how === undefined ? undefined : words(how);
}
