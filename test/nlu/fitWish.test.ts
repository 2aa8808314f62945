import { describe, expect, it } from 'vitest';
import { fitWish } from '../../src/nlu/fitWish.ts';
import type { Row } from '../../src/nlu/measure/rows.ts';
import type { Reading, Understanding } from '../../src/ports/understanding.ts';

/** Reads a text that is a chance as a wish from a threshold on. */
const reading = (threshold: number): Understanding => ({
  understand: ({ text }) =>
    ({ intent: Number(text) >= threshold ? 'human' : 'complaint' }) as unknown as Reading,
});
const row = (chance: number, human: boolean): Row =>
  ({ id: `${chance}`, lang: 'en', text: `${chance}`, human, set: 'intent' }) as Row;
const heard = (...wishes: number[]) => wishes.map((chance) => row(chance, true));
const others = (...chances: number[]) => chances.map((chance) => row(chance, false));
const floors = { 'human.recall': 1, 'human.precision': 1, 'cause.en': 1 };

describe('from which chance on somebody wishes for a person', () => {
  it('lies in the middle between the faintest wish and the loudest look-alike', () => {
    expect(fitWish(reading, [...heard(0.41, 0.9), ...others(0.1, 0.33)], floors)).toBe(0.38);
    expect(fitWish(reading, [...heard(0.69), ...others(0.1, 0.55)], floors)).toBe(0.62);
  });

  it('needs only the figures that a floor is set for', () => {
    const mingled = [...heard(0.35, 0.6), ...others(0.45)];
    expect(fitWish(reading, mingled, { 'human.recall': 1 })).toBe(0.32);
  });

  it('is even where no threshold holds both floors', () => {
    expect(fitWish(reading, [...heard(0.4), ...others(0.6)], floors)).toBe(0.5);
  });

  it('asks nothing of rows that say nothing of a wish', () => {
    const silent = { id: 'x', lang: 'en', text: '0.99', group: 'product', set: 'en' } as Row;
    expect(fitWish(reading, [...heard(0.41), ...others(0.33), silent], floors)).toBe(0.38);
  });
});
