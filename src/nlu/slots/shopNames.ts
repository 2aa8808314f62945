/** A shop's own names: <shop>/names/{where,what,who}.txt, one a line. */
import { join } from 'node:path';
import { fold } from '../normalise.ts';
import { readLines, WordMap } from '../wordMap.ts';
import type { Span } from './span.ts';

export type ShopNames = Readonly<Record<'where' | 'what' | 'who', (text: string) => Span[]>>;

const SURE = 9;

function finder(file: string): (text: string) => Span[] {
  const names = readLines(file);
  if (names.length === 0) return () => [];
  const words = new WordMap<true>();
  for (const name of names) words.add(fold(name).text, true);
  return (text) =>
    Array.from(words.in(text), ({ at, word }) => ({
      from: at,
      to: at + word.length,
      text: word,
      worth: SURE,
    }));
}

export function readShopNames(shopDir: string | undefined): ShopNames {
  const names = (slot: string): ((text: string) => Span[]) =>
    shopDir === undefined ? () => [] : finder(join(shopDir, 'names', `${slot}.txt`));
  return { where: names('where'), what: names('what'), who: names('who') };
}
