/** Who it was about: a badge, a name with a title, a look, or a role. */

import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf, best } from './span.ts';

function chinese(text: string, words: SlotWords): Span[] {
  const titled = new RegExp(
    `[${words.pattern('surnames').source}]{1}(?:${words.pattern('titles').source})`,
    'g',
  );
  return [
    ...allOf(text, words.pattern('badgeRole'), 6),
    ...allOf(text, words.pattern('look'), 5),
    ...allOf(text, titled, 5),
    ...allOf(text, words.pattern('named', 'dg'), 4, 'who'),
    ...allOf(text, words.pattern('nick'), 3),
    ...allOf(text, words.pattern('badge', 'dg'), 3, 'who'),
    ...allOf(text, new RegExp(words.pattern('roles').source, 'g'), 1),
  ];
}

function english(text: string, original: string, words: SlotWords): Span[] {
  const notRoles = words.pattern('notRoles', '');
  const roles = new RegExp(`\\b(?:${words.pattern('roles').source})\\b`, 'g');
  return [
    ...allOf(original, words.pattern('titled', 'dg'), 5, 'who'),
    ...allOf(original, words.pattern('named', 'dg'), 4, 'who'),
    ...allOf(text, words.pattern('badge', 'dg'), 3, 'who'),
    ...allOf(text, roles, 1).filter((span) => !notRoles.test(span.text)),
  ];
}

export function whoOf(text: string, original: string, zh: SlotWords, en: SlotWords): Span | undefined {
  return best([...chinese(text, zh), ...english(text, original, en)]);
}
