/** Every sentence exists in all three languages, fills the same placeholders, and keeps the tone of the house. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../src/domain/reading.ts';
import { REFUSAL_CODES } from '../src/domain/refusal.ts';

const root = join(import.meta.dirname, '..', 'locales');

type Sentences = Map<string, readonly string[]>;

const flatten = (value: unknown, path: string, into: Sentences): Sentences => {
  if (typeof value === 'string') into.set(path, [value]);
  else if (Array.isArray(value)) into.set(path, value.map(String));
  else {
    for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
      flatten(inner, `${path}.${key}`, into);
    }
  }
  return into;
};

const sentencesOf = (locale: Locale): Sentences => {
  const into: Sentences = new Map();
  for (const name of readdirSync(join(root, locale)).filter((file) => file.endsWith('.json'))) {
    flatten(JSON.parse(readFileSync(join(root, locale, name), 'utf8')), name.slice(0, -5), into);
  }
  return into;
};

const all = new Map(LOCALES.map((locale) => [locale, sentencesOf(locale)]));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();
const eachSentence = (visit: (locale: Locale, key: string, text: string) => string | undefined): string[] =>
  [...all].flatMap(([locale, sentences]) =>
    [...sentences].flatMap(([key, wordings]) => wordings.flatMap((text) => visit(locale, key, text) ?? [])),
  );

describe('the sentences', () => {
  it('exist in all three languages', () => {
    const keys = new Set([...all.values()].flatMap((sentences) => [...sentences.keys()]));
    const missing = LOCALES.flatMap((locale) =>
      [...keys].filter((key) => !all.get(locale)?.has(key)).map((key) => `${locale} lacks ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are never empty and never said twice in one key', () => {
    const poor = [...all].flatMap(([locale, sentences]) =>
      [...sentences]
        .filter(
          ([, wordings]) => wordings.some((text) => !text.trim()) || new Set(wordings).size < wordings.length,
        )
        .map(([key]) => `${locale} ${key}`),
    );
    expect(poor).toEqual([]);
  });

  it('fill the same placeholders in every language', () => {
    const different = [...(all.get('en') ?? [])].flatMap(([key, wordings]) => {
      const wanted = [...new Set(wordings.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort().join();
      return LOCALES.filter((locale) => {
        const used = (all.get(locale)?.get(key) ?? []).flatMap((text) => text.match(/\{\w+\}/g) ?? []);
        return [...new Set(used)].sort().join() !== wanted;
      }).map((locale) => `${locale} ${key}: not ${wanted}`);
    });
    expect(different).toEqual([]);
  });

  it('leave no placeholder half open', () => {
    expect(
      eachSentence((locale, key, text) => {
        const rest = text.replace(/\{\w+\}/g, '');
        return /[{}]/.test(rest) ? `${locale} ${key}: ${placeholders(text)}` : undefined;
      }),
    ).toEqual([]);
  });

  it('have a sentence for every refusal', () => {
    const missing = LOCALES.flatMap((locale) =>
      REFUSAL_CODES.filter((code) => !all.get(locale)?.has(`refusal.${code}`)).map(
        (code) => `${locale} ${code}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  it('carry no emoji', () => {
    expect(
      eachSentence((locale, key, text) =>
        /\p{Extended_Pictographic}/u.test(text) ? `${locale} ${key}: ${text}` : undefined,
      ),
    ).toEqual([]);
  });

  it('never blame, threaten, preach or hide behind a rule', () => {
    const never: Record<Locale, RegExp> = {
      'zh-CN': /您自己(?:用错|弄坏|的问题)|这是规定|没办法|不关我们|冷静一下|您误会了|否则|如果您再/,
      'zh-TW': /您自己(?:用錯|弄壞|的問題)|這是規定|沒辦法|不關我們|冷靜一下|您誤會了|否則|如果您再/,
      en: /you must have|that'?s (?:the|our) (?:rule|policy)|calm down|your (?:own )?fault|you misunderstood|or else/i,
    };
    expect(
      eachSentence((locale, key, text) =>
        never[locale].test(text) ? `${locale} ${key}: ${text}` : undefined,
      ),
    ).toEqual([]);
  });

  it('are written in the characters of their language', () => {
    const simplifiedOnly = /[们这说话请订单间东见过还点车门电买卖谢让给应该时]/;
    const traditionalOnly = /[們這說話請訂單間東見過還點車門電買賣謝讓給應該時]/;
    expect(
      eachSentence((locale, key, text) => {
        if (locale === 'zh-TW' && simplifiedOnly.test(text)) return `${key}: ${text}`;
        if (locale === 'zh-CN' && traditionalOnly.test(text)) return `${key}: ${text}`;
        return undefined;
      }),
    ).toEqual([]);
  });
});
