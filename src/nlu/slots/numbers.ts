/** Numbers that stand for something: told apart by the word before them first, by their looks second. */
import type { Folded } from '../normalise.ts';
import { bareOrders, calledOrders } from './order.ts';
import { phonesIn } from './phone.ts';
import type { SlotWords } from './slotWords.ts';
import type { Stretch } from './span.ts';

export interface Numbers {
  readonly order: string | undefined;
  readonly phone: string | undefined;
}

const apart = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.every((other) => one.to <= other.from || other.to <= one.from);

/** What the bot asked for last decides what a number alone is. */
export function numbersIn(folded: Folded, words: readonly SlotWords[], asked?: string): Numbers {
  const written = (one: Stretch | undefined): string | undefined =>
    one === undefined ? undefined : folded.original(one.from, one.to);
  const called = calledOrders(folded, words);
  const phones = phonesIn(folded, words, asked === 'phone');
  const phone = phones.find((one) => apart(one, called));
  const order = called[0] ?? bareOrders(folded, words, asked === 'order').find((one) => apart(one, phones));
  return { order: written(order), phone: written(phone) };
}
