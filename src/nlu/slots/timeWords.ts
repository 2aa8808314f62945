/** The grammar of times: word lists and patterns of locales/<lang>/lexicon/time.json, made into regular expressions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Years back, or hours from–to within a day, or a calendar code: what a word of each kind stands for. */
export interface TimeWords {
  readonly day: Readonly<Record<string, readonly number[]>>;
  readonly part: Readonly<Record<string, readonly [number, number]>>;
  readonly unit: Readonly<Record<string, string>>;
  readonly weekday: Readonly<Record<string, number>>;
  readonly week: Readonly<Record<string, number>>;
  readonly month?: Readonly<Record<string, number>>;
  readonly period: Readonly<Record<string, readonly [string, number]>>;
  readonly yearref: Readonly<Record<string, number>>;
  readonly holiday: Readonly<Record<string, string>>;
}

interface TimeFile {
  readonly words: TimeWords;
  readonly number: string;
  readonly suffix: string;
  readonly dates: readonly string[];
  readonly times: readonly string[];
  readonly quarters: Readonly<Record<string, number>>;
  readonly vague: string;
  readonly gap: string;
}

export interface TimeGrammar {
  readonly words: TimeWords;
  readonly dates: readonly RegExp[];
  readonly times: readonly RegExp[];
  readonly quarters: Readonly<Record<string, number>>;
  /** Clock times that are no times without a date beside them. */
  readonly vague: RegExp;
  /** What may stand between a date and a clock time that belong together. */
  readonly gap: RegExp;
}

function alternatives(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

function compile(pattern: string, file: TimeFile, suffix: string): RegExp {
  const source = pattern.replace(/\{(\w+)(?::(\w+))?\}/g, (_, kind: string, name?: string) => {
    if (kind === 'n') return `(?<${name ?? 'n'}>${file.number})`;
    const words = file.words[kind as keyof TimeWords] ?? {};
    return `(?<${kind}>${alternatives(Object.keys(words))})`;
  });
  return new RegExp(source + suffix, 'g');
}

export function readTimeGrammar(localesDir: string, lang: 'zh-CN' | 'en'): TimeGrammar {
  const file = JSON.parse(readFileSync(join(localesDir, lang, 'lexicon/time.json'), 'utf8')) as TimeFile;
  return {
    words: file.words,
    dates: file.dates.map((pattern) => compile(pattern, file, file.suffix)),
    times: file.times.map((pattern) => compile(pattern, file, '')),
    quarters: file.quarters,
    vague: new RegExp(file.vague),
    gap: new RegExp(file.gap),
  };
}
