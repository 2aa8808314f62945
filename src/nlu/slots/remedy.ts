/** What the customer wants done: refund, exchange, repair, apology, compensation or explanation. */
import type { WantedRemedy } from '../../domain/reading.ts';
import { WANTED_REMEDIES } from '../../domain/reading.ts';
import { softmax } from '../linear.ts';
import type { SlotWords } from './slotWords.ts';

/** A clause and what the model makes of it, one score for each remedy. */
export interface AskedClause {
  readonly text: string;
  readonly scores: readonly number[];
}

/** A listed word lets the model be less sure; one that is turned down silences it: "not a refund". */
const BONUS = 0.35;
const SURE = 0.35;

/** Finds the last wish of a text, those that are turned down left out: "不用道歉，退款就行". */
export function remedyFinder(
  all: readonly SlotWords[],
): (clauses: readonly AskedClause[]) => WantedRemedy | undefined {
  const unwanted = all.map((words) => words.pattern('notWanted', ''));
  const bonus = (text: string, remedy: WantedRemedy): number => {
    const named = all.flatMap((words, i) =>
      words.remedy[remedy].flatMap((word) => {
        const at = text.lastIndexOf(word);
        return at < 0 ? [] : [unwanted[i]?.test(text.slice(Math.max(0, at - 24), at)) === true];
      }),
    );
    if (named.length === 0) return 0;
    return named.every((turnedDown) => turnedDown) ? -1 : BONUS;
  };
  const wishOf = ({ text, scores }: AskedClause): WantedRemedy | undefined => {
    const chances = softmax(scores);
    const wishes = WANTED_REMEDIES.map((remedy, i) => ({
      remedy,
      worth: (chances[i] as number) + bonus(text, remedy),
    })).sort((a, b) => b.worth - a.worth);
    const [first] = wishes;
    return first !== undefined && first.worth >= SURE ? first.remedy : undefined;
  };
  return (clauses) => {
    for (let i = clauses.length - 1; i >= 0; i -= 1) {
      const wish = wishOf(clauses[i] as AskedClause);
      if (wish !== undefined) return wish;
    }
    return undefined;
  };
}
