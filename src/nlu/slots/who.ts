/** Who it was about: a badge, a name with a title, a look, or a role. */

import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf, best } from './span.ts';

type Finder = (text: string, original: string) => Span[];

function chinese(words: SlotWords): Finder {
  const titled = new RegExp(
    `[${words.pattern('surnames').source}](?:${words.pattern('titles').source})`,
    'g',
  );
  const badgeRole = words.pattern('badgeRole');
  const look = words.pattern('look');
  const named = words.pattern('named', 'dg');
  const nick = words.pattern('nick');
  const badge = words.pattern('badge', 'dg');
  const roles = words.pattern('roles');
  return (text) => [
    ...allOf(text, badgeRole, 6),
    ...allOf(text, look, 5),
    ...allOf(text, titled, 5),
    ...allOf(text, named, 4, 'who'),
    ...allOf(text, nick, 3),
    ...allOf(text, badge, 3, 'who'),
    ...allOf(text, roles, 1),
  ];
}

function english(words: SlotWords): Finder {
  const notRoles = words.pattern('notRoles', '');
  const roles = new RegExp(`\\b(?:${words.pattern('roles').source})\\b`, 'g');
  const titled = words.pattern('titled', 'dg');
  const named = words.pattern('named', 'dg');
  const badge = words.pattern('badge', 'dg');
  return (text, original) => [
    ...allOf(original, titled, 5, 'who'),
    ...allOf(original, named, 4, 'who'),
    ...allOf(text, badge, 3, 'who'),
    ...allOf(text, roles, 1).filter((span) => !notRoles.test(span.text)),
  ];
}

export function whoFinder(
  zh: SlotWords,
  en: SlotWords,
): (text: string, original: string) => Span | undefined {
  const finders = [chinese(zh), english(en)];
  return (text, original) => best(finders.flatMap((find) => find(text, original)));
}
