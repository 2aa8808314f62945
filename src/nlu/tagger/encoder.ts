/** From a text to what the tagger sees: tokens and their features. */
import type { Lexicon } from '../lexicon.ts';
import type { SlotWords } from '../slots/slotWords.ts';
import type { Stretch } from '../slots/span.ts';
import { createGazetteer } from './gazetteer.ts';
import { tagFeatures } from './tagFeatures.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import type { Word, WordTable } from './words.ts';

export interface Hint extends Stretch {
  readonly name: string;
}

export interface Encoded {
  readonly tokens: readonly Token[];
  readonly features: readonly (readonly number[])[];
}

/** `written` is the text as the customer wrote it, of the same length as the folded `text`. */
export type Encode = (text: string, written: string, hints: readonly Hint[]) => Encoded;

const LATIN_ENDING = /(?:['’]s|s|es)$/;

function latinKind(word: string, table: WordTable): string {
  if (/^\d/.test(word)) return '#';
  if (!/^[a-z]/.test(word)) return '';
  return table.kindOf(word) || table.kindOf(word.replace(LATIN_ENDING, '')) || 'en ?';
}

/** The words that the tokens make, and which of them each token is in. */
function wordsOf(
  text: string,
  tokens: readonly Token[],
  table: WordTable,
): { words: Word[]; wordOf: number[] } {
  const han = table.words(text);
  const words: Word[] = [];
  let next = 0;
  const wordOf = tokens.map((token) => {
    while (next < han.length && (han[next] as Word).to <= token.from) next += 1;
    const word = han[next];
    if (word === undefined || word.from > token.from)
      words.push({ from: token.from, to: token.to, kind: latinKind(token.text, table) });
    else if (words.at(-1) !== word) words.push(word);
    return words.length - 1;
  });
  return { words, wordOf };
}

export function createEncoder(zh: SlotWords, en: SlotWords, lexicon: Lexicon, table: WordTable): Encode {
  const gazetteer = createGazetteer(zh, en, lexicon);
  return (text, written, hints) => {
    const tokens = tokensOf(text);
    const marks = gazetteer(text, tokens, hints);
    return {
      tokens,
      features: tagFeatures({ text, written, tokens, marks, ...wordsOf(text, tokens, table) }),
    };
  };
}
