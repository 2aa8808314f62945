/** "不是昨天，是前天": which stretch is taken back, and which slots the text puts right. */
import type { Slots } from '../../domain/reading.ts';
import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';

const CORRECTABLE: readonly (keyof Slots)[] = [
  'when',
  'where',
  'who',
  'what',
  'order',
  'amount',
  'phone',
  'remedy',
];

/** Stretches that the customer says are wrong. */
export function takenBack(text: string, words: readonly SlotWords[]): Span[] {
  return words.flatMap((one) =>
    Array.from(text.matchAll(one.pattern('notThis', 'dg')), (match) => {
      const [from, to] = match.indices?.groups?.wrong ?? [0, 0];
      return { from, to, text: text.slice(from, to), worth: 1 };
    }),
  );
}

/** Blanks out what was taken back, so that no finder sees it; the offsets stay. */
export function without(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
}

export function corrects(
  text: string,
  words: readonly SlotWords[],
  slots: Slots,
  before: Slots,
  wrong: Slots,
): (keyof Slots)[] {
  const marked = words.some((one) => one.correcting.some((word) => text.includes(word)));
  return CORRECTABLE.filter((name) => {
    if (slots[name] === undefined) return false;
    if (wrong[name] !== undefined) return true;
    return (
      marked && before[name] !== undefined && JSON.stringify(before[name]) !== JSON.stringify(slots[name])
    );
  });
}
