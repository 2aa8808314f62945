/** The customer's own telephone number, as it was written; a shop's line is none. */
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import type { SlotWords } from './slotWords.ts';
import type { Stretch } from './span.ts';

const COUNTRY = (code: string): string => `(?:(?:\\+|00)?${code}[- ]?)`;
/** Ways to write a number that is a telephone number by its looks alone. */
const SHAPES = [
  `${COUNTRY('86')}?1[3-9]\\d(?:[- ]?\\d{4}[- ]?\\d{4}|[- ]\\d{3}[- ]\\d{5}|\\.\\d{4}\\.\\d{4}|(?: \\d){8})`,
  `(?:${COUNTRY('886')}|0)9\\d{2}(?:[- ]?\\d{3}[- ]?\\d{3}|\\.\\d{3}\\.\\d{3})`,
  `${COUNTRY('85[23]')}\\d{4}[- ]?\\d{4}`,
  '886[- ]\\d[- ]\\d{3,4}[- ]?\\d{4}',
  '[一幺1][三四五六七八九][零〇一幺二三四五六七八九]{9}',
  '[零〇]九[零〇一幺二三四五六七八九]{8}',
  '(?:\\+|00)\\d{1,3}[- ]?(?:\\(0\\) ?)?\\d(?:[ -]?\\d){6,11}',
  '07\\d{3} ?\\d{3} ?\\d{3}',
  '(?:\\(0\\d{1,4}\\) ?|0\\d{1,4}[-— ]{1,2})\\d{3,4}[- ]?\\d{3,4}',
  '0\\d{9,11}',
  '(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}',
];
const EXTENSION = '(?:(?:转| ?分机 ?|#|,? ?(?:ext\\.?|extension|x) ?)\\d{1,5})?';
export const PHONE = new RegExp(`(?<![\\w+.@-])(?:${SHAPES.join('|')})${EXTENSION}(?![\\w@]|[-./]\\d)`, 'g');
/** Numbers that callers do not pay for are a shop's. */
const FREE = /^(?:400|800|0800|080[01]|(?:\+?1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ])/;

export const isFree = (number: string): boolean => FREE.test(number);

/** Without one of these a text names no number. */
const SAID = /\d|[零〇一幺二三四五六七八九]{9}/;

/** How far back a word tells whose number it is. */
const BEFORE = 16;

function cued(text: string, words: readonly SlotWords[]): Stretch[] {
  return words.flatMap(({ phones }) =>
    phones.flatMap((pattern) =>
      matchesOf(text, pattern).map((match) => {
        const [from, to] = match.indices?.groups?.phone ?? [0, 0];
        return { from, to };
      }),
    ),
  );
}

/** A bare answer to the question for the number. */
const ANSWER = /^\D{0,12}(?<phone>\d(?:[- ]?\d){6,14})\D{0,8}$/d;

export function phonesIn({ text }: Folded, words: readonly SlotWords[], asked: boolean): Stretch[] {
  if (!SAID.test(text)) return [];
  const answer = asked ? ANSWER.exec(text)?.indices?.groups?.phone : undefined;
  const shaped = matchesOf(text, PHONE).map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found = [...shaped, ...cued(text, words)];
  if (answer !== undefined) found.push({ from: answer[0], to: answer[1] });
  return found.filter(({ from, to }) => {
    if (isFree(text.slice(from, to))) return false;
    const before = text.slice(Math.max(0, from - BEFORE), from);
    return !words.some(({ notPhone }) => notPhone.test(before));
  });
}
