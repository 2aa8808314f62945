/** Patterns of locales/<lang>/lexicon/<name>.json: sure signs that must not hang on a model's mood. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../domain/reading.ts';
import { simplify } from './normalise.ts';

export type Signs = ReadonlyMap<string, readonly RegExp[]>;

/** By label, the patterns of all languages; they are matched against folded text. */
export function readSigns(localesDir: string, name: string): Signs {
  const signs = new Map<string, RegExp[]>();
  for (const lang of LOCALES) {
    const file = join(localesDir, lang, 'lexicon', `${name}.json`);
    if (!existsSync(file)) continue;
    const labels = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
    for (const [label, patterns] of Object.entries(labels)) {
      signs.set(label, [
        ...(signs.get(label) ?? []),
        ...patterns.map((pattern) => new RegExp(simplify(pattern))),
      ]);
    }
  }
  return signs;
}

export function shows(signs: Signs, label: string, text: string): boolean {
  return (signs.get(label) ?? []).some((pattern) => pattern.test(text));
}

/** The text without the stretches that only sound like the sign ("media player", "不用转人工"). */
export function without(signs: Signs, label: string, text: string): string {
  const harmless = signs.get(label) ?? [];
  return harmless.reduce((left, pattern) => left.replace(new RegExp(pattern, 'g'), ' · '), text);
}
