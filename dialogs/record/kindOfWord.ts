/** Kinds of words that the bot must know of and that each language lists for itself (`locales/<language>/words.json`). */
import type { TurnWork } from '../../src/ports/turnWork.ts';

const listed = (work: Pick<TurnWork, 'word'>, kind: 'case' | 'anybody'): readonly string[] =>
  work.word(`words.${kind}`).split('|');

/** The complaint itself is named: "withdraw my complaint", not only "no, thanks". */
export const namesTheCase = (work: Pick<TurnWork, 'word'>, text: string): boolean => {
  const said = text.toLowerCase();
  return listed(work, 'case').some((word) => said.includes(word));
};

/** "The waiter" could be any of them. */
export const isAnybody = (work: Pick<TurnWork, 'word'>, who: string): boolean => {
  const said = who.toLowerCase().trim();
  return listed(work, 'anybody').some((word) => said === word || said === `${word}s`);
};
