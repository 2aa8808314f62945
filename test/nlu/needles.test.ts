import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/nlu/measure/rows.ts';
import { needlesOf } from '../../src/nlu/needles.ts';
import { fold, simplify } from '../../src/nlu/normalise.ts';

const root = resolve(import.meta.dirname, '../..');

function patternsOf(name: string): string[] {
  return ['zh-CN', 'zh-TW', 'en'].flatMap((lang) => {
    const file = join(root, 'locales', lang, 'lexicon', `${name}.json`);
    if (!existsSync(file)) return [];
    return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>).flat();
  });
}

describe('the needles of a pattern', () => {
  it.each([
    ['转(?:人工|真人)', ['转人工', '转真人']],
    ['(?:转|接|换)[^。]{0,4}人工', ['人工']],
    [
      '\\bfood[- ]poison(?:ed|ing)\\b',
      ['food-poisoned', 'food-poisoning', 'food poisoned', 'food poisoning'],
    ],
    ['(?<!不)要?退款(?!单)', ['退款']],
    ['急{2,}|火\\.', ['急', '火.']],
  ])('%s', (pattern, needles) => {
    expect(new Set(needlesOf(pattern))).toEqual(new Set(needles));
  });

  it.each(['\\d+', '好?', '[a-z]+', '(人工)?\\s*', '人工|\\w+', '(人)\\1'])(
    '%s asks for no string in particular',
    (pattern) => {
      expect(needlesOf(pattern)).toBeUndefined();
    },
  );

  it.each(['human', 'severity', 'requests'])('stand in every text that a sign of %s matches', (name) => {
    const texts = readRows(root, 'dev').map(({ text }) => fold(text).text);
    const missed = patternsOf(name)
      .map(simplify)
      .flatMap((source) => {
        const pattern = new RegExp(source);
        const needles = needlesOf(source) ?? [''];
        return texts.filter((text) => pattern.test(text) && !needles.some((needle) => text.includes(needle)));
      });
    expect(missed).toEqual([]);
  });
});
