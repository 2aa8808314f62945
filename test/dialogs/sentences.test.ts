/** Whatever a dialog says by name exists, and often-said sentences have at least four wordings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/domain/cause.ts';
import { FACT_FIELDS } from '../../src/domain/facts.ts';
import { LOCALES, WANTED_REMEDIES } from '../../src/domain/reading.ts';
import { REMEDY_KINDS } from '../../src/domain/remedy.ts';
import { createWording } from '../../src/wording/wordings.ts';

const root = join(import.meta.dirname, '..', '..');
const wording = createWording(join(root, 'locales'));

const textBelow = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');

/** Keys written out as text: 'listen.more'. */
const namedKeys = (): string[] => [
  ...new Set(
    [...textBelow('dialogs').matchAll(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g)]
      .map((match) => match[1] ?? '')
      .filter((key) => !key.startsWith('calmdesk.')),
  ),
];

/** Shown as labels, or joined into another sentence: exactly one wording each. */
const ONE_WORDING = /^(?:reply|field|cause|remedy|wish|status|date|language|confirm\.row|fix\.option)\b/;
/** Said at most once in a conversation, and rarely at all. */
const RARE = /^(?:urgent|judge|fix\.beyond)\b/;

describe('the sentences of the dialogs', () => {
  it('exist in every language', () => {
    const missing = LOCALES.flatMap((locale) =>
      namedKeys()
        .filter((key) => wording.variants(locale, key) === 0)
        .map((key) => `${locale} ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('have four wordings or more where they are said often', () => {
    const poor = LOCALES.flatMap((locale) =>
      namedKeys()
        .filter((key) => !ONE_WORDING.test(key) && !RARE.test(key) && wording.variants(locale, key) < 4)
        .map((key) => `${locale} ${key}: ${wording.variants(locale, key)}`),
    );
    expect(poor).toEqual([]);
  });

  it('name every field, cause, wish and remedy', () => {
    const keys = [
      ...FACT_FIELDS.flatMap((field) => (field === 'remedy' ? [] : [`ask.${field}`])),
      ...FACT_FIELDS.map((field) => `field.${field}`),
      ...Object.entries(CAUSES).flatMap(([group, subs]) => [
        `cause.${group}`,
        ...subs.map((sub) => `cause.${sub}`),
      ]),
      ...WANTED_REMEDIES.map((wish) => `wish.${wish}`),
      ...REMEDY_KINDS.flatMap((kind) => [`remedy.${kind}`, `remedy-detail.${kind}`]),
    ];
    const missing = LOCALES.flatMap((locale) =>
      keys.filter((key) => wording.variants(locale, key) === 0).map((key) => `${locale} ${key}`),
    );
    expect(missing).toEqual([]);
  });
});
