/**
 * Reads texts with marked spans: locales/<lang>/phrases/spans/*.txt, "在[徐汇店](where)买的[水壶](what)",
 * and locales/<lang>/phrases/how/*.txt, "昨天买的水壶，[插上电就跳闸](how)".
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../domain/reading.ts';
import { LOCALES } from '../../domain/reading.ts';
import { readLines } from '../wordMap.ts';
import type { Spanned } from './chain.ts';

type Marked = Spanned | 'how';

export interface MarkedText {
  readonly text: string;
  readonly spans: readonly { readonly slot: Marked; readonly from: number; readonly to: number }[];
}

const MARKED = /\[([^\][]+)\]\((where|who|what|how)\)/g;

export function unmark(line: string): MarkedText {
  let text = '';
  let at = 0;
  const spans: { slot: Marked; from: number; to: number }[] = [];
  for (const match of line.matchAll(MARKED)) {
    text += line.slice(at, match.index);
    const [, words = '', slot] = match;
    spans.push({ slot: slot as Marked, from: text.length, to: text.length + words.length });
    text += words;
    at = match.index + match[0].length;
  }
  return { text: text + line.slice(at), spans };
}

export function readMarked(localesDir: string, kind: 'spans' | 'how'): (MarkedText & { lang: Locale })[] {
  return LOCALES.flatMap((lang) => {
    const dir = join(localesDir, lang, 'phrases', kind);
    if (!existsSync(dir)) return [];
    return readdirSync(dir)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) => readLines(join(dir, file)).map((line) => ({ ...unmark(line), lang })));
  });
}
