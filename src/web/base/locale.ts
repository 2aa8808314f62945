/** Which of the three languages a page speaks, and how it looks a text up. */
import { keep, kept } from './kept.ts';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const isLocale = (name: unknown): name is Locale => LOCALES.some((locale) => locale === name);

/** Traditional Chinese wherever it is written; every other Chinese is simplified. */
export const localeOf = (tag: string): Locale | undefined => {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW';
  if (/^zh\b/i.test(tag)) return 'zh-CN';
  return /^en\b/i.test(tag) ? 'en' : undefined;
};

const KEPT = 'calmdesk.locale';

/** First what the person chose here, then what the page was asked for, then what the browser prefers. */
export const firstLocale = (asked: string | null): Locale => {
  const chosen = kept(KEPT);
  if (isLocale(chosen)) return chosen;
  const wishes = [...(asked ? [asked] : []), ...navigator.languages];
  return wishes.map(localeOf).find((locale) => locale !== undefined) ?? 'en';
};

export const keepLocale = (locale: Locale): void => keep(KEPT, locale);

/** Names of the keys of a nested bundle whose leaves are lists of wordings: `send.label`. */
export type KeyOf<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends readonly string[] ? `${P}${K}` : KeyOf<T[K], `${P}${K}.`>;
}[keyof T & string];

export type Values = Readonly<Record<string, string | number>>;
export type Text<K extends string> = (key: K, values?: Values) => string;

const leafOf = (bundle: unknown, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (node, part) => (typeof node === 'object' && node !== null ? Reflect.get(node, part) : undefined),
      bundle,
    );

/** Looks texts up in one language. A text that is not there shows its key, so that it is noticed. */
export const textIn =
  <K extends string>(bundle: unknown): Text<K> =>
  (key, values = {}) => {
    const leaf = leafOf(bundle, key);
    const wording = Array.isArray(leaf) ? String(leaf[0]) : key;
    return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
