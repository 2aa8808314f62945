/** Kinds of words that the bot must know of and that each language lists for itself (`locales/<language>/words.json`). */
import type { TurnWork } from '../../src/ports/turnWork.ts';

const listed = (work: Pick<TurnWork, 'word'>, kind: 'case' | 'anybody' | 'anywhere'): readonly string[] =>
  work.word(`words.${kind}`).split('|');

/** The complaint itself is named: "withdraw my complaint", not only "no, thanks". */
export const namesTheCase = (work: Pick<TurnWork, 'word'>, text: string): boolean => {
  const said = text.toLowerCase();
  return listed(work, 'case').some((word) => said.includes(word));
};

const isOneOf = (words: readonly string[], text: string): boolean => {
  const said = text.toLowerCase().trim();
  return words.some((word) => said === word || said === `${word}s`);
};

/** "The waiter" could be any of them. */
export const isAnybody = (work: Pick<TurnWork, 'word'>, who: string): boolean =>
  isOneOf(listed(work, 'anybody'), who);

/** "The restaurant" could be any branch. */
export const isAnywhere = (work: Pick<TurnWork, 'word'>, where: string): boolean =>
  isOneOf(listed(work, 'anywhere'), where);
