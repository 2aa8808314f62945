/** The grammar of times: word lists and patterns of locales/<lang>/lexicon/time.json, made into regular expressions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needlesOf } from '../needles.ts';

/** Years back, or hours from–to within a day, or a calendar code: what a word of each kind stands for. */
export interface TimeWords {
  readonly day: Readonly<Record<string, readonly number[]>>;
  /** Hours; a third number says that hours before midnight belong to it too. */
  readonly part: Readonly<Record<string, readonly [number, number, number?]>>;
  readonly unit: Readonly<Record<string, string>>;
  readonly weekday: Readonly<Record<string, number>>;
  readonly week: Readonly<Record<string, number>>;
  readonly month?: Readonly<Record<string, number>>;
  readonly period: Readonly<Record<string, readonly [string, number]>>;
  readonly yearref: Readonly<Record<string, number>>;
  readonly holiday: Readonly<Record<string, string>>;
  /** Days from and to, counted from today. */
  readonly recent: Readonly<Record<string, readonly number[]>>;
  readonly now: Readonly<Record<string, number>>;
  /** First and last day. */
  readonly monthpart: Readonly<Record<string, readonly [number, number]>>;
  /** The month meant by the beginning or the end of a year. */
  readonly yearpart: Readonly<Record<string, number>>;
  /** The month that a season begins with. */
  readonly season: Readonly<Record<string, number>>;
}

interface TimeFile {
  readonly words: TimeWords;
  readonly number: string;
  readonly hour: string;
  /** Pieces that several patterns share. */
  readonly shared: Readonly<Record<string, string>>;
  readonly suffix: string;
  readonly dates: readonly string[];
  readonly times: readonly string[];
  readonly quarters: Readonly<Record<string, number>>;
  readonly vague: string;
  readonly gap: string;
  readonly range: string;
  readonly between: string;
  readonly lead: string;
  readonly vagueAfter: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly undatedBefore: string;
  readonly undatedAfter: string;
  readonly weakBefore: string;
}

/** A pattern with strings of which every match holds one; nothing where there are too many to look for. */
export interface TimePattern {
  readonly regexp: RegExp;
  readonly needles: readonly string[] | undefined;
}

/** To look for more of them is dearer than to try the pattern. */
const MOST_NEEDLES = 4;

export interface TimeGrammar {
  readonly words: TimeWords;
  /** The same where some holidays are on other days. */
  readonly taiwanese: TimeWords;
  readonly dates: readonly TimePattern[];
  readonly times: readonly TimePattern[];
  readonly quarters: Readonly<Record<string, number>>;
  /** Clock times that are no times without a date beside them. */
  readonly vague: RegExp;
  /** What follows such a time where it is one all the same. */
  readonly vagueAfter: RegExp;
  /** Words beside a time that is no event's: a deadline, a habit, the future. */
  readonly notBefore: RegExp;
  readonly notAfter: RegExp;
  /** The same beside a clock time without a date: opening hours. */
  readonly undatedBefore: RegExp;
  readonly undatedAfter: RegExp;
  /** A time that was promised yields to any other. */
  readonly weakBefore: RegExp;
  /** What stands between the first and the last of several days or hours. */
  readonly range: RegExp;
  /** What belongs to such a stretch and stands before it. */
  readonly between: RegExp;
  /** A preposition that is no part of the time's own words. */
  readonly lead: RegExp;
  /** What may stand between a date and a clock time that belong together. */
  readonly gap: RegExp;
}

function alternatives(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

function compile(pattern: string, file: TimeFile, suffix: string): TimePattern {
  const fill = (text: string): string =>
    text.replace(/\{([a-z]\w*)\}/gi, (as, name: string) => file.shared[name] ?? as);
  const whole = fill(fill(pattern));
  const source = whole.replace(/\{([a-z]\w*)(?::(\w+))?\}/g, (_, kind: string, name?: string) => {
    if (kind === 'n') return `(?<${name ?? 'n'}>${file.number})`;
    if (kind === 'h') return `(?<${name ?? 'hour'}>${file.hour})`;
    const words = file.words[kind as keyof TimeWords] ?? {};
    return `(?<${kind}>${alternatives(Object.keys(words))})`;
  });
  const needles = needlesOf(source);
  return {
    regexp: new RegExp(source + suffix, 'g'),
    needles: needles !== undefined && needles.length <= MOST_NEEDLES ? needles : undefined,
  };
}

function readTimeFile(localesDir: string, lang: string): TimeFile {
  return JSON.parse(readFileSync(join(localesDir, lang, 'lexicon/time.json'), 'utf8')) as TimeFile;
}

/** The grammar of Chinese knows the holidays of Taiwan too; a day that only Taiwan has is none elsewhere. */
export function readTimeGrammar(localesDir: string, lang: 'zh-CN' | 'en'): TimeGrammar {
  const own = readTimeFile(localesDir, lang);
  const { holiday } = lang === 'zh-CN' ? readTimeFile(localesDir, 'zh-TW').words : own.words;
  const taiwanese = { ...own.words, holiday: { ...own.words.holiday, ...holiday } };
  const file = { ...own, words: taiwanese };
  return {
    words: own.words,
    taiwanese,
    dates: file.dates.map((pattern) => compile(pattern, file, file.suffix)),
    times: file.times.map((pattern) => compile(pattern, file, '')),
    quarters: file.quarters,
    vague: new RegExp(file.vague),
    gap: new RegExp(file.gap),
    range: new RegExp(file.range),
    between: new RegExp(file.between),
    lead: new RegExp(file.lead),
    vagueAfter: new RegExp(`^(?:${file.vagueAfter})`),
    notBefore: new RegExp(`(?:${file.notBefore})$`),
    notAfter: new RegExp(`^(?:${file.notAfter})`),
    undatedBefore: new RegExp(`(?:${file.undatedBefore})$`),
    undatedAfter: new RegExp(`^(?:${file.undatedAfter})`),
    weakBefore: new RegExp(`(?:${file.weakBefore})$`),
  };
}
