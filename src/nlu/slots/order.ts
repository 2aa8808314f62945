/** The number that an order, a parcel, a booking or an invoice goes by. */
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import { isLarge, shapedOrders } from './orderShapes.ts';
import type { SlotWords } from './slotWords.ts';
import type { Stretch } from './span.ts';

/** A bare answer to the question for the number. */
const ANSWER =
  /^[^a-z\d]{0,8}(?:it'?s |it is |no\.? ?)?#?(?<order>(?=[a-z/_-]{0,8}\d)[a-z\d][a-z\d/_-]{2,29}|\d{3,6}(?: \d{3,6}){1,4})[\s.。!！,，]*$/d;

/** Numbers that a word beside them calls an order's; what has no figure must be written large ("PNR HXTQZB"). */
export function calledOrders(folded: Folded, words: readonly SlotWords[]): Stretch[] {
  const { text } = folded;
  return words.flatMap(({ orders, locators }) =>
    [...(/\d/.test(text) ? orders : []), ...locators].flatMap((pattern) =>
      matchesOf(text, pattern)
        .map((match) => {
          const [from, to] = match.indices?.groups?.order ?? [0, 0];
          return { from, to };
        })
        .filter((one) => /\d/.test(text.slice(one.from, one.to)) || isLarge(folded, one)),
    ),
  );
}

/** Numbers that look like an order's and that nothing calls something else. */
export function bareOrders(folded: Folded, words: readonly SlotWords[], asked: boolean): Stretch[] {
  if (!/\d/.test(folded.text)) return [];
  const answer = asked ? ANSWER.exec(folded.text)?.indices?.groups?.order : undefined;
  if (answer !== undefined) return [{ from: answer[0], to: answer[1] }];
  return shapedOrders(folded, words);
}
