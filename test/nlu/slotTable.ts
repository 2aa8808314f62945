import { expect, it } from 'vitest';
import type { Locale, Slots } from '../../src/domain/reading.ts';
import { createUnderstanding } from '../../src/nlu/index.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
/** A Wednesday. */
const AT = '2026-03-11T15:04:00+08:00';

/**
 * One test a line of the table: what the customer writes | what is to be found in it.
 * `read` takes from the slots what the cells speak of; `meant` makes of the cells after the text what it should be.
 */
export const slotTable =
  <Found>(read: (slots: Slots) => Found, meant: (...cells: string[]) => Found) =>
  (lang: Locale, table: string, asked?: keyof Slots): void => {
    const rows = table
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    it.each(rows)('%s', (text = '', ...cells) => {
      const utterance = { text, at: AT, lang, ...(asked === undefined ? {} : { asked }) };
      expect(read(understanding.understand(utterance).slots)).toEqual(meant(...cells));
    });
  };

/** An empty cell: nothing is to be found. */
export const orNothing = (cell = ''): string | undefined => (cell === '' ? undefined : cell);
