/** Reads texts with marked spans: locales/<lang>/phrases/spans/*.txt, "在[徐汇店](where)买的[水壶](what)". */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../../domain/reading.ts';
import { readLines } from '../lexicon.ts';
import type { Spanned } from './chain.ts';

export interface MarkedText {
  readonly text: string;
  readonly spans: readonly { readonly slot: Spanned; readonly from: number; readonly to: number }[];
}

const MARKED = /\[([^\][]+)\]\((where|who|what)\)/g;

export function unmark(line: string): MarkedText {
  let text = '';
  let at = 0;
  const spans: { slot: Spanned; from: number; to: number }[] = [];
  for (const match of line.matchAll(MARKED)) {
    text += line.slice(at, match.index);
    const [, words = '', slot] = match;
    spans.push({ slot: slot as Spanned, from: text.length, to: text.length + words.length });
    text += words;
    at = match.index + match[0].length;
  }
  return { text: text + line.slice(at), spans };
}

export function readMarked(localesDir: string): MarkedText[] {
  return LOCALES.flatMap((lang) => {
    const dir = join(localesDir, lang, 'phrases/spans');
    if (!existsSync(dir)) return [];
    return readdirSync(dir)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) => readLines(join(dir, file)).map(unmark));
  });
}
