/** The words that moved the tension, as many as the desk shows. */
import type { TensionWord } from './reading.ts';

const SHOWN = 6;

/** The weightiest first; each word once. */
export const weightiest = (words: readonly TensionWord[]): readonly TensionWord[] =>
  words
    .filter(({ text, weight }, at) => weight !== 0 && words.findIndex((other) => other.text === text) === at)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN)
    .map(({ text, weight }) => ({ text, weight }));
