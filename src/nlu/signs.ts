/** Patterns of locales/<lang>/lexicon/{human,severity,requests}.json: sure signs that must not hang on a model's mood. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../domain/reading.ts';
import { needlesOf } from './needles.ts';
import { simplify } from './normalise.ts';
import { ROOT, Trie } from './trie.ts';

interface Sign {
  readonly number: number;
  readonly pattern: RegExp;
}

const NONE: readonly number[] = [];

/** By label ("severity.danger"), the patterns of all languages; they are matched against folded text. */
export class Signs {
  readonly #labels = new Map<string, Sign[]>();
  /** Which signs a needle speaks of, and those that can stand in any text. */
  readonly #needles = new Trie<number[]>();
  readonly #anywhere: number[] = [];
  #count = 0;

  add(label: string, source: string): void {
    const number = this.#count;
    this.#count += 1;
    const sign = { number, pattern: new RegExp(source, 'g') };
    this.#labels.set(label, [...(this.#labels.get(label) ?? []), sign]);
    const needles = needlesOf(source);
    if (needles === undefined) this.#anywhere.push(number);
    for (const needle of needles ?? []) this.#needles.keep(needle, () => []).push(number);
  }

  of(label: string): readonly Sign[] {
    return this.#labels.get(label) ?? [];
  }

  /** By number, 1 for each sign that the text may show; the others need not be tried. */
  possible(text: string): number[] {
    const possible = new Array<number>(this.#count).fill(0);
    for (const number of this.#anywhere) possible[number] = 1;
    for (let at = 0; at < text.length; at += 1) {
      if (!this.#needles.begins(text.charCodeAt(at))) continue;
      let end = at;
      for (
        let node = this.#needles.step(ROOT, text, end);
        node !== ROOT;
        node = this.#needles.step(node, text, end)
      ) {
        end += 1;
        for (const number of this.#needles.value(node) ?? NONE) possible[number] = 1;
      }
    }
    return possible;
  }
}

/** One text as the signs see it. */
export class Sight {
  readonly text: string;
  readonly #signs: Signs;
  readonly #possible: readonly number[];

  constructor(signs: Signs, text: string) {
    this.text = text;
    this.#signs = signs;
    this.#possible = signs.possible(text);
  }

  shows(label: string): boolean {
    return this.#signs
      .of(label)
      .some(({ number, pattern }) => this.#possible[number] === 1 && this.text.search(pattern) >= 0);
  }

  /** The text without the stretches that only sound like the sign ("media player", "不用转人工"). */
  without(label: string): Sight {
    return this.#signs.of(label).reduce((left: Sight, sign) => left.#cut(sign), this);
  }

  #cut({ number, pattern }: Sign): Sight {
    if (this.#possible[number] === 0) return this;
    const left = this.text.replace(pattern, ' · ');
    return left === this.text ? this : new Sight(this.#signs, left);
  }
}

/** All files share one set, so that one walk over a text serves them all. */
const FILES = ['human', 'severity', 'requests'];

export function readSigns(localesDir: string): Signs {
  const signs = new Signs();
  for (const lang of LOCALES) {
    for (const name of FILES) {
      const file = join(localesDir, lang, 'lexicon', `${name}.json`);
      if (!existsSync(file)) continue;
      const labels = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
      for (const [label, patterns] of Object.entries(labels)) {
        for (const pattern of patterns) signs.add(`${name}.${label}`, simplify(pattern));
      }
    }
  }
  return signs;
}
