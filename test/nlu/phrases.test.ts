import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaksOf } from '../../bench/understanding/leaks.ts';
import { CAUSE_CLASSES } from '../../src/nlu/examples.ts';
import { readRows } from '../../src/nlu/measure/rows.ts';
import { readPhrases } from '../../src/nlu/phrases.ts';

const root = resolve(import.meta.dirname, '../..');
const phrases = readPhrases(resolve(root, 'locales'), 'cause');

describe('training phrases', () => {
  it.each(CAUSE_CLASSES)('%s has at least 80 in zh-CN and 60 in en', (label) => {
    const of = (lang: string): number => phrases.filter((p) => p.label === label && p.lang === lang).length;
    expect(of('zh-CN')).toBeGreaterThanOrEqual(80);
    expect(of('en')).toBeGreaterThanOrEqual(60);
  });

  it('name only causes that exist', () => {
    expect(
      [...new Set(phrases.map((p) => p.label))].filter((label) => !CAUSE_CLASSES.includes(label)),
    ).toEqual([]);
  });

  it.each(['dev', 'final'] as const)('hardly any measuring row of %s is like one of them', (part) => {
    const rows = readRows(root, part).filter((row) => row.group !== undefined);
    const leaks = leaksOf(rows, phrases);
    expect(leaks.length / rows.length).toBeLessThan(0.01);
  });
});
