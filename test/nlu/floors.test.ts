import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';
import { causeGuesses, fallen, figuresOf, judge } from '../../src/nlu/measure/figures.ts';
import type { Part } from '../../src/nlu/measure/rows.ts';
import { readRows } from '../../src/nlu/measure/rows.ts';
import { calibration } from '../../src/nlu/measure/score.ts';

const root = resolve(import.meta.dirname, '../..');
const floors = JSON.parse(readFileSync(join(root, 'test/understanding/floors.json'), 'utf8')) as Record<
  Part,
  Record<string, number>
>;
const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });

describe.each(['dev', 'final'] as const)('the recogniser on %s', (part) => {
  const judged = judge(understanding, readRows(root, part));

  it('is measured on at least 600 rows', () => {
    expect(judged.length).toBeGreaterThanOrEqual(600);
  });

  it('stays above every floor', () => {
    const figures = figuresOf(judged);
    const below = fallen(figures, floors[part]).map(
      (name) => `${name} ${figures[name]} < ${floors[part][name]}`,
    );
    expect(below).toEqual([]);
  });

  it('is right nine times in ten where it is sure', () => {
    const sure = calibration(causeGuesses(judged)).at(-1);
    expect(sure?.rows).toBeGreaterThan(50);
    expect((sure?.right ?? 0) / (sure?.rows ?? 1)).toBeGreaterThanOrEqual(0.9);
  });

  it('is as sure as it is right', () => {
    const named = causeGuesses(judged).filter(({ guess }) => guess !== 'none');
    const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const confidence = meanOf(named.map((one) => one.confidence ?? 0));
    const right = meanOf(named.map(({ guess, truth }) => Number(guess === truth)));
    expect(Math.abs(confidence - right)).toBeLessThan(0.04);
  });
});
