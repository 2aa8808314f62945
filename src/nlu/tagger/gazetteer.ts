/** Words that hint at a span: roles, titles, ends of place names, goods, towns, times; each token gets the marks it stands in. */
import type { Lexicon } from '../lexicon.ts';
import { matchesOf } from '../matches.ts';
import type { SlotWords } from '../slots/slotWords.ts';
import type { Stretch } from '../slots/span.ts';
import type { Token } from './tokens.ts';

export type Gazetteer = (
  text: string,
  tokens: readonly Token[],
  hints: readonly (Stretch & { readonly name: string })[],
) => string[][];

const HINTS = ['roles', 'titles', 'placeEnds', 'placeNumbers', 'cities', 'badge', 'look', 'nick'] as const;
const ENGLISH_HINTS = ['roles', 'placeNouns'] as const;

function whole(pattern: RegExp): RegExp {
  return new RegExp(`\\b(?:${pattern.source})\\b`, 'g');
}

export function createGazetteer(zh: SlotWords, en: SlotWords, lexicon: Lexicon): Gazetteer {
  const patterns: [string, RegExp][] = [
    ...HINTS.map((name): [string, RegExp] => [name, zh.pattern(name)]),
    ...ENGLISH_HINTS.map((name): [string, RegExp] => [name, whole(en.pattern(name))]),
  ];
  return (text, tokens, hints) => {
    const marks: string[][] = tokens.map(() => []);
    const put = (name: string, from: number, to: number): void => mark(tokens, marks, name, { from, to });
    for (const [name, pattern] of patterns) {
      for (const match of matchesOf(text, pattern)) put(name, match.index, match.index + match[0].length);
    }
    for (const { at, word, tags } of lexicon.find(text))
      for (const tag of tags) put(tag, at, at + word.length);
    for (const { name, from, to } of hints) put(name, from, to);
    return marks;
  };
}

/** The first token that ends behind a place; found by halves, as a pasted story has thousands. */
function firstBehind(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first, the last and the tokens between are told apart. */
function mark(tokens: readonly Token[], marks: string[][], name: string, { from, to }: Stretch): void {
  for (let i = firstBehind(tokens, from); i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.from >= to) return;
    const place =
      token.to >= to ? (token.from <= from ? 'all' : 'last') : token.from <= from ? 'first' : 'more';
    marks[i]?.push(`${name}.${place}`);
  }
}
