/** "不是昨天，是前天": which stretch is taken back, and which slots the text puts right. */
import type { Slots } from '../../domain/reading.ts';
import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf } from './span.ts';

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

/** Finds the stretches that the customer says are wrong. */
export function takenBackFinder(words: readonly SlotWords[]): (text: string) => Span[] {
  const patterns = words.map((one) => one.pattern('notThis', 'dg'));
  return (text) => patterns.flatMap((pattern) => allOf(text, pattern, 1, 'wrong'));
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
  /** What was said before; asked for only when it can matter. */
  before: () => Slots,
  wrong: Slots,
): (keyof Slots)[] {
  const marked = words.some((one) => one.correcting.some((word) => text.includes(word)));
  const said = CORRECTABLE.filter((name) => slots[name] !== undefined);
  const earlier = marked && said.length > 0 ? before() : {};
  return said.filter(
    (name) =>
      wrong[name] !== undefined ||
      (earlier[name] !== undefined && JSON.stringify(earlier[name]) !== JSON.stringify(slots[name])),
  );
}
