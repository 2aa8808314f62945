/** The number that an order, a parcel, a booking or an invoice goes by. */
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import type { SlotWords } from './slotWords.ts';
import type { Stretch } from './span.ts';

/** Numbers that name themselves: a courier's SF…, WEB-204917, 20260309-7781. */
const CODE =
  /(?<![\w@./-])(?:[a-z]{1,4}-?\d{5,20}(?:-[a-z\d]{1,12}|[a-z\d]{1,6})?|\d{8}-\d{2,8}|1z[a-z\d]{16})(?![\w@]|[-/]\w)/g;
const TAIWANESE_ID = /^[a-z][12]\d{8}$/;
/** A bare answer to the question for the number. */
const ANSWER =
  /^[^a-z\d]{0,8}(?:it'?s |it is |no\.? ?)?#?(?<order>(?=[a-z/_-]{0,8}\d)[a-z\d][a-z\d/_-]{2,29}|\d{3,6}(?: \d{3,6}){1,4})[\s.。!！,，]*$/d;
/** How far back a word tells what a number is of. */
const BEFORE = 10;

/** Numbers that a word before them calls an order's. */
export function calledOrders({ text }: Folded, words: readonly SlotWords[]): Stretch[] {
  if (!/\d/.test(text)) return [];
  return words.flatMap(({ orders }) =>
    orders.flatMap((pattern) =>
      matchesOf(text, pattern).map((match) => {
        const [from, to] = match.indices?.groups?.order ?? [0, 0];
        return { from, to };
      }),
    ),
  );
}

/** Numbers that look like an order's and that nothing calls something else. */
export function bareOrders({ text }: Folded, words: readonly SlotWords[], asked: boolean): Stretch[] {
  if (!/\d/.test(text)) return [];
  const answer = asked ? ANSWER.exec(text)?.indices?.groups?.order : undefined;
  if (answer !== undefined) return [{ from: answer[0], to: answer[1] }];
  return matchesOf(text, CODE)
    .filter((match) => {
      const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
      return !TAIWANESE_ID.test(match[0]) && !words.some(({ notOrder }) => notOrder.test(before));
    })
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
