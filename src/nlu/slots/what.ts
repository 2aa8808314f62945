/** What it was about: the product, with its brand. */
import type { Lexicon } from '../lexicon.ts';
import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf, best } from './span.ts';

const GOODS = /^(?:goods|dish|drink|ingredient)/;
const LATIN = /[a-z]/;
const HAN = /[\u3400-\u9fff]/;
const LONGEST = 6;

type Finder = (text: string, original: string, taken: readonly Span[]) => Span[];

/** Goods by the word lists, with what stands before them in the same name: "红烧肉套餐", "蓝月牌吸尘器". */
function listed(words: SlotWords, lexicon: Lexicon): Finder {
  const stops = `${words.pattern('whatStops').source}${words.pattern('placeStops').source}`;
  return (text, _, taken) =>
    goodsIn(text, lexicon)
      .filter(({ word }) => word.length > 1 && !LATIN.test(word[0] ?? ''))
      .map(({ at, word }) => {
        let from = at;
        while (from > 0 && at - from < LONGEST && grows(text, from, stops, taken)) from -= 1;
        const to = at + word.length;
        return { from, to, text: text.slice(from, to), worth: 2 };
      });
}

function goodsIn(text: string, lexicon: Lexicon): { at: number; word: string }[] {
  return lexicon.find(text).filter(({ tags }) => tags.some((tag) => GOODS.test(tag)));
}

function grows(text: string, from: number, stops: string, taken: readonly Span[]): boolean {
  const char = text[from - 1] ?? '';
  if (char === '' || stops.includes(char) || /[^\u3400-\u9fffa-z0-9]/.test(char)) return false;
  return !taken.some((span) => from > span.from && from <= span.to);
}

type Cut = (span: Span) => Span;

/** Ends a name before the first word that cannot belong to it. */
function cutter(words: SlotWords): Cut {
  const stops = words.pattern('whatStops').source;
  const stopWord = new RegExp(`(?:^|\\s)(?:${stops})\\b`);
  const endOf = (text: string): number => {
    if (LATIN.test(text)) return stopWord.exec(text)?.index ?? text.length;
    const at = [...text].findIndex((char) => stops.includes(char));
    return at < 0 ? text.length : at;
  };
  return (span) => {
    const text = span.text.slice(0, endOf(span.text)).trimEnd();
    return { ...span, to: span.from + text.length, text };
  };
}

/** What follows "bought a …", and what a fault is told of. */
function told(words: SlotWords, cut: Cut): Finder {
  const bought = words.pattern('bought', 'dg');
  const subject = words.pattern('subject', 'dg');
  return (text) => [...allOf(text, bought, 1.5, 'what'), ...allOf(text, subject, 1.45, 'what')].map(cut);
}

function branded(words: SlotWords, cut: Cut): Finder {
  const brand = new RegExp(`${words.pattern('brand').source}[\\u4e00-\\u9fff]{2,5}`, 'g');
  return (text) => allOf(text, brand, 1.9).map(cut);
}

/** English goods with up to two words before them that are neither articles nor verbs. */
function english(words: SlotWords, lexicon: Lexicon): Finder {
  const own = /\b(?:the|my|your|our|a|an|these|those|this|some|new)\s+((?:[\w'-]+ ){0,2})$/;
  const stop = new RegExp(`\\b(?:${words.pattern('whatStops').source}|new)\\s`, 'g');
  return (text, original) =>
    goodsIn(text, lexicon)
      .filter(({ word }) => LATIN.test(word[0] ?? ''))
      .map(({ at, word }) => {
        const before = own.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? '';
        const last = [...before.matchAll(stop)].at(-1);
        const kept = last === undefined ? before : before.slice(last.index + last[0].length);
        const plural = /^(?:es|s)\b/.exec(text.slice(at + word.length, at + word.length + 3))?.[0] ?? '';
        const from = at - kept.length;
        const to = at + word.length + plural.length;
        return { from, to, text: original.slice(from, to), worth: 1.4 };
      });
}

export type WhatFinder = (text: string, original: string, taken: readonly Span[]) => Span | undefined;

export function whatFinder(zh: SlotWords, en: SlotWords, lexicon: Lexicon): WhatFinder {
  const cutZh = cutter(zh);
  const chinese: Finder[] = [branded(zh, cutZh), listed(zh, lexicon), told(zh, cutZh)];
  const latin: Finder[] = [told(en, cutter(en)), english(en, lexicon)];
  const vague = [zh, en].map((words) => words.pattern('notWhat', ''));
  return (text, original, taken) => {
    const spans = (HAN.test(text) ? chinese : latin).flatMap((find) => find(text, original, taken));
    const free = spans.filter(
      (span) =>
        span.to - span.from >= 2 &&
        !vague.some((one) => one.test(span.text.trim().toLowerCase())) &&
        !taken.some((other) => span.from < other.to && other.from < span.to),
    );
    return best(free.map((span, i) => ({ ...span, worth: span.worth - i * 0.001 })));
  };
}
