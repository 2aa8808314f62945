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
const floors = { 'human.precision': 1, 'cause.en': 1 };

describe('from which chance on somebody wishes for a person', () => {
  it('lies just above the loudest look-alike that there is no room for', () => {
    expect(fitWish(reading, [...heard(0.41, 0.9), ...others(0.1, 0.33)], floors)).toBe(0.34);
    expect(fitWish(reading, [...heard(0.69), ...others(0.1, 0.55)], floors)).toBe(0.56);
  });

  it('lets in as many look-alikes as the floor allows, so that no wish is missed', () => {
    const mingled = [...heard(0.35, 0.6, 0.7), ...others(0.45)];
    expect(fitWish(reading, mingled, { 'human.precision': 0.75 })).toBe(0.3);
    expect(fitWish(reading, mingled, { 'human.precision': 0.8 })).toBe(0.46);
  });

  it('is even where no threshold holds the floor', () => {
    expect(fitWish(reading, [...heard(0.4), ...others(0.8)], floors)).toBe(0.5);
  });

  it('asks nothing of rows that say nothing of a wish', () => {
    const silent = { id: 'x', lang: 'en', text: '0.99', group: 'product', set: 'en' } as Row;
    expect(fitWish(reading, [...heard(0.41), ...others(0.33), silent], floors)).toBe(0.34);
  });
});
