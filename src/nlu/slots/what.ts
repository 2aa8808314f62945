/** What it was about: the product, with its brand. */
import type { Lexicon } from '../lexicon.ts';
import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf, best } from './span.ts';

const GOODS = /^(?:goods|dish|drink|ingredient)/;
const LATIN = /[a-z]/;
const LONGEST = 6;

/** Goods by the word lists, with what stands before them in the same name: "红烧肉套餐", "蓝月牌吸尘器". */
function listed(text: string, words: SlotWords, lexicon: Lexicon, taken: readonly Span[]): Span[] {
  const stops = `${words.pattern('whatStops').source}${words.pattern('placeStops').source}`;
  const spans: Span[] = [];
  for (const { at, word, tags } of lexicon.find(text)) {
    if (word.length < 2 || LATIN.test(word[0] ?? '') || !tags.some((tag) => GOODS.test(tag))) continue;
    let from = at;
    while (from > 0 && at - from < LONGEST && grows(text, from, stops, taken)) from -= 1;
    spans.push({ from, to: at + word.length, text: text.slice(from, at + word.length), worth: 2 });
  }
  return spans;
}

function grows(text: string, from: number, stops: string, taken: readonly Span[]): boolean {
  const char = text[from - 1] ?? '';
  if (char === '' || stops.includes(char) || /[^\u3400-\u9fffa-z0-9]/.test(char)) return false;
  return !taken.some((span) => from > span.from && from <= span.to);
}

/** What follows "bought a …", up to a word that ends a name. */
function bought(text: string, words: SlotWords): Span[] {
  const named = allOf(text, words.pattern('bought', 'dg'), 1.5, 'what');
  const subjects = allOf(text, words.pattern('subject', 'dg'), 1.45, 'what');
  return [...named, ...subjects].map((span) => cut(span, words));
}

function cut(span: Span, words: SlotWords): Span {
  const stops = words.pattern('whatStops').source;
  if (!LATIN.test(span.text)) {
    const end = [...span.text].findIndex((char) => stops.includes(char));
    const to = end < 0 ? span.to : span.from + end;
    return { ...span, to, text: span.text.slice(0, to - span.from) };
  }
  const end = new RegExp(`(?:^|\\s)(?:${stops})\\b`).exec(span.text)?.index ?? span.text.length;
  const text = span.text.slice(0, end).trimEnd();
  return { ...span, to: span.from + text.length, text };
}

/** English goods with up to two words before them that are neither articles nor verbs. */
function english(text: string, original: string, words: SlotWords, lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  const own = /\b(?:the|my|your|our|a|an|these|those|this|some|new)\s+((?:[\w'-]+ ){0,2})$/;
  for (const { at, word, tags } of lexicon.find(text)) {
    if (!LATIN.test(word[0] ?? '') || !tags.some((tag) => GOODS.test(tag))) continue;
    const before = own.exec(text.slice(0, at))?.[1] ?? '';
    const stop = new RegExp(`\\b(?:${words.pattern('whatStops').source}|new)\\s`, 'g');
    const last = [...before.matchAll(stop)].at(-1);
    const kept = last === undefined ? before : before.slice(last.index + last[0].length);
    const from = at - kept.length;
    const plural = /^(?:es|s)\b/.exec(text.slice(at + word.length))?.[0] ?? '';
    const to = at + word.length + plural.length;
    spans.push({ from, to, text: original.slice(from, to), worth: 1.4 });
  }
  return spans;
}

const HAN = /[\u3400-\u9fff]/;

export function whatOf(
  text: string,
  original: string,
  zh: SlotWords,
  en: SlotWords,
  lexicon: Lexicon,
  taken: readonly Span[],
): Span | undefined {
  const brand = zh.pattern('brand').source;
  const branded = allOf(text, new RegExp(`${brand}[\\u4e00-\\u9fff]{2,5}`, 'g'), 1.9).map((span) =>
    cut(span, zh),
  );
  const spans = HAN.test(text)
    ? [...branded, ...listed(text, zh, lexicon, taken), ...bought(text, zh)]
    : [...bought(text, en), ...english(text, original, en, lexicon)];
  const vague = [zh, en].map((words) => words.pattern('notWhat', ''));
  const free = spans.filter(
    (span) =>
      !vague.some((one) => one.test(span.text.trim().toLowerCase())) &&
      span.to - span.from >= 2 &&
      !taken.some((t) => span.from < t.to && t.from < span.to),
  );
  return best(free.map((span, i) => ({ ...span, worth: span.worth - i * 0.001 })));
}
