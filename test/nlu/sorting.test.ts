import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';
import { readRows } from '../../src/nlu/measure/rows.ts';

const full = createUnderstanding({ timezone: 'Asia/Shanghai' });
const sorting = createUnderstanding({ timezone: 'Asia/Shanghai', slots: false });

describe('sorting without slots', () => {
  it('reads every development row as the full reading does, but for the facts', () => {
    for (const row of readRows(resolve(import.meta.dirname, '../..'), 'dev')) {
      const { slots, corrects, personal, choice, language, stance, ...sorted } = full.understand(row);
      expect(sorting.understand(row)).toEqual({ ...sorted, slots: {}, corrects: [] });
    }
  });
});
