/** Whether a number is money where its own words leave it open: numbers without a unit, and "一块", which is a piece as often as a yuan. */
import type { SlotWords } from './slotWords.ts';
import type { Stretch } from './span.ts';

/** How much of the text on either side tells that it speaks of money. */
const TALK = 60;
/** How far back a word says what else is counted, or what became of the piece. */
const NEAR = 14;
/** More pieces than this are not counted. */
const MOST_PIECES = 10;

export interface Place extends Stretch {
  readonly text: string;
}

/** `loose`: not even the words beside the number are of money, so that the text must be. */
export function isBareMoney({ text, from, to }: Place, loose: boolean, own: SlotWords): boolean {
  if (own.noMoney.test(text.slice(Math.max(0, from - NEAR), from))) return false;
  return !loose || own.moneyTalk.test(text.slice(Math.max(0, from - TALK), to + TALK));
}

/** Pieces are found, cut off and of something; yuan are paid, or end what is said. */
export function isPiece({ text, from, to }: Place, value: number, own: SlotWords): boolean {
  if (value > MOST_PIECES) return false;
  const before = text.slice(Math.max(0, from - NEAR), from);
  const after = text.slice(to, to + NEAR);
  if (own.paid.test(before)) return own.ofStuff.test(after);
  return own.broken.test(before) || !own.endsPrice.test(after);
}
