/** Sentences from locales/<lang>/*.json through i18next: each key holds a list of wordings. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next from 'i18next';
import { Fault } from '../domain/fault.ts';
import { LOCALES, type Locale } from '../domain/reading.ts';
import type { Wording } from '../ports/wording.ts';

type Bundle = Record<string, Record<string, unknown>>;

const bundleOf = (directory: string): Bundle => {
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(directory, name), 'utf8'))]),
  );
};

/** Reads every locale below `root`. Throws `locale-invalid` where a file cannot be read. */
export const createWording = (root: string): Wording => {
  const translator = i18next.createInstance();
  try {
    const resources = Object.fromEntries(
      LOCALES.map((lang) => [lang, { translation: bundleOf(join(root, lang)) }]),
    );
    void translator.init({
      resources,
      lng: 'en',
      fallbackLng: false,
      initAsync: false,
      returnObjects: true,
      interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    });
  } catch (cause) {
    throw new Fault('locale-invalid', `cannot read the sentences in ${root}`, cause);
  }
  const known = new Map<string, readonly string[]>();
  /** As written, placeholders and all; looked up once, because a turn asks for dozens. */
  const list = (locale: Locale, key: string): readonly string[] => {
    const name = `${locale}:${key}`;
    const before = known.get(name);
    if (before) return before;
    if (!translator.exists(key, { lng: locale })) return [];
    const found: unknown = translator.t(key, { lng: locale, skipInterpolation: true });
    const wordings = Array.isArray(found) ? found.map(String) : [String(found)];
    known.set(name, wordings);
    return wordings;
  };
  const filled = (sentence: string, locale: Locale, values: Readonly<Record<string, string | number>>) =>
    sentence.includes('{')
      ? translator.services.interpolator.interpolate(sentence, values, locale, {})
      : sentence;
  return {
    variants: (locale, key) => list(locale, key).length,
    text: (locale, key, variant = 0, values = {}) => {
      const wordings = list(locale, key);
      const chosen = wordings[variant % Math.max(1, wordings.length)];
      if (chosen === undefined) throw new Fault('wording-unknown', `${locale} has no sentence ${key}`);
      return filled(chosen, locale, values);
    },
  };
};
