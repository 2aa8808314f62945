/** Dates as customers read them: near days by name, far ones by date, always in the shop's time zone. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dueText } from '../../src/app/dueText.ts';
import { LOCALES, type Locale } from '../../src/domain/reading.ts';
import { createWording } from '../../src/wording/wordings.ts';
import { defaultPolicy } from '../policy/defaultPolicy.ts';

const wording = createWording(join(import.meta.dirname, '..', '..', 'locales'));

/** Sunday 22 November 2026, 23:30 in Shanghai. */
const now = '2026-11-22T15:30:00.000Z';

const told = (locale: Locale, at: string, timezone = 'Asia/Shanghai'): string =>
  dueText(
    {
      locale,
      now,
      policy: defaultPolicy(timezone),
      word: (key, values) => wording.text(locale, key, 0, values),
    },
    at,
  );

const inAll = (at: string, timezone?: string) => LOCALES.map((locale) => told(locale, at, timezone));

describe('a due time', () => {
  it('on the same day is today, with weekday and time', () => {
    expect(inAll('2026-11-22T15:45:00.000Z')).toEqual([
      '今天（周日）23:45',
      '今天（週日）23:45',
      '23:45 today (Sunday)',
    ]);
  });

  it('after midnight of the shop is tomorrow, though less than an hour away', () => {
    expect(inAll('2026-11-22T16:05:00.000Z')).toEqual([
      '明天（周一）00:05',
      '明天（週一）00:05',
      '00:05 tomorrow (Monday)',
    ]);
  });

  it('further away is a date', () => {
    expect(inAll('2026-11-25T01:30:00.000Z')).toEqual([
      '11月25日（周三）09:30',
      '11月25日（週三）09:30',
      '09:30 on Wednesday, November 25',
    ]);
  });

  it('is told in the time zone of the shop, wherever the server stands', () => {
    expect(told('en', '2026-11-22T20:00:00.000Z', 'Europe/Berlin')).toBe('21:00 today (Sunday)');
    expect(told('en', '2026-11-22T20:00:00.000Z', 'America/New_York')).toBe('15:00 today (Sunday)');
  });

  it('that has passed is a date too, not a negative tomorrow', () => {
    expect(told('en', '2026-11-21T02:00:00.000Z')).toBe('10:00 on Saturday, November 21');
  });
});
