/** The reader's language, from the Accept-Language header. */
import type { Locale } from '../domain/reading.ts';

const localeOf = (tag: string): Locale | undefined => {
  const lower = tag.toLowerCase();
  if (/^zh-(?:tw|hk|mo|hant)\b/.test(lower)) return 'zh-TW';
  if (/^zh\b/.test(lower)) return 'zh-CN';
  if (/^en\b/.test(lower)) return 'en';
  return undefined;
};

const weightOf = (parameters: readonly string[]): number => {
  const weight = parameters
    .map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  return weight === undefined ? 1 : Number(weight);
};

/** The best liked locale that we speak, else `fallback`. */
export const acceptLanguage = (header: string | undefined, fallback: Locale): Locale => {
  let best: Locale | undefined;
  let weight = 0;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().split(';');
    const locale = localeOf(tag);
    const liked = locale ? weightOf(parameters) : 0;
    if (liked > weight) {
      best = locale;
      weight = liked;
    }
  }
  return best ?? fallback;
};

/** A locale from a free tag such as `zh-Hant-TW`; undefined when it is none of ours. */
export const localeOfTag = (tag: string | undefined): Locale | undefined => (tag ? localeOf(tag) : undefined);
