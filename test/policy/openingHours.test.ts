/** Working time: several windows a day, past midnight, holidays, special days, clock changes, and a shop closed for good. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '../../src/domain/openingHours.ts';
import { policyWithHours, weekOf } from './defaultPolicy.ts';

const hoursOf = (yaml: string, timezone = 'Asia/Shanghai'): OpeningHours =>
  policyWithHours(yaml, timezone).hours;
const utc = (text: string): string => new Date(text).toISOString();

describe('working time', () => {
  const lunch = hoursOf(weekOf("'09:00-12:00', '13:30-18:00'"));

  it('runs on within a window', () => {
    expect(lunch.addWorkingMinutes(utc('2026-11-23T10:00+08:00'), 90)).toBe(utc('2026-11-23T11:30+08:00'));
  });
  it('skips the lunch break and the night', () => {
    expect(lunch.addWorkingMinutes(utc('2026-11-23T11:50+08:00'), 30)).toBe(utc('2026-11-23T13:50+08:00'));
    expect(lunch.addWorkingMinutes(utc('2026-11-23T17:50+08:00'), 30)).toBe(utc('2026-11-24T09:20+08:00'));
  });
  it('starts at the next opening when it is asked in the night', () => {
    const night = utc('2026-11-23T23:00+08:00');
    expect(lunch.isOpen(night)).toBe(false);
    expect(lunch.nextOpening(night)).toBe(utc('2026-11-24T09:00+08:00'));
    expect(lunch.addWorkingMinutes(night, 30)).toBe(utc('2026-11-24T09:30+08:00'));
  });
  it('is open from the first moment of a window and closed at its end', () => {
    expect(lunch.isOpen(utc('2026-11-23T09:00+08:00'))).toBe(true);
    expect(lunch.isOpen(utc('2026-11-23T12:00+08:00'))).toBe(false);
  });
  it('counts what lies between two moments', () => {
    expect(lunch.workingMinutesBetween(utc('2026-11-23T11:00+08:00'), utc('2026-11-24T10:00+08:00'))).toBe(
      60 + 270 + 60,
    );
    expect(lunch.workingMinutesBetween(utc('2026-11-24T10:00+08:00'), utc('2026-11-23T10:00+08:00'))).toBe(0);
  });
});

describe('a bar that is open past midnight', () => {
  const bar = hoursOf(`${weekOf("'18:00-02:00'")}  holidays:\n    - { date: '2026-12-24' }\n`);

  it('is open after midnight on the window of the day before', () => {
    expect(bar.isOpen(utc('2026-11-24T01:30+08:00'))).toBe(true);
    expect(bar.isOpen(utc('2026-11-24T02:00+08:00'))).toBe(false);
    expect(bar.addWorkingMinutes(utc('2026-11-24T01:30+08:00'), 60)).toBe(utc('2026-11-24T18:30+08:00'));
  });
  it('ends the evening before a holiday as usual and opens again the day after', () => {
    expect(bar.isOpen(utc('2026-12-24T01:00+08:00'))).toBe(true);
    expect(bar.nextOpening(utc('2026-12-24T03:00+08:00'))).toBe(utc('2026-12-25T18:00+08:00'));
  });
  it('never counts a minute twice where the night reaches into the morning', () => {
    const both = hoursOf(weekOf("'20:00-10:00', '10:00-12:00'"));
    expect(both.workingMinutesBetween(utc('2026-11-24T09:00+08:00'), utc('2026-11-24T13:00+08:00'))).toBe(
      180,
    );
    const shared = hoursOf(
      "  week: { mon: ['20:00-10:00'], tue: ['08:00-12:00'], wed: [], thu: [], fri: [], sat: [], sun: [] }\n",
    );
    expect(shared.workingMinutesBetween(utc('2026-11-23T20:00+08:00'), utc('2026-11-24T20:00+08:00'))).toBe(
      16 * 60,
    );
  });
});

describe('holidays and special days', () => {
  const shop = hoursOf(
    `${weekOf("'09:00-21:00'")}  holidays:\n    - { date: '2026-02-16', to: '2026-02-18' }\n    - { date: '05-01' }\n  special:\n    - { date: '2026-02-17', open: ['12:00-15:00'] }\n    - { date: '2026-11-11', open: ['00:00-24:00'] }\n`,
  );

  it('closes for the whole stretch but for the special day in it', () => {
    expect(shop.nextOpening(utc('2026-02-15T22:00+08:00'))).toBe(utc('2026-02-17T12:00+08:00'));
    expect(shop.nextOpening(utc('2026-02-17T15:00+08:00'))).toBe(utc('2026-02-19T09:00+08:00'));
  });
  it('closes on a yearly holiday in every year', () => {
    expect(shop.isOpen(utc('2026-05-01T12:00+08:00'))).toBe(false);
    expect(shop.isOpen(utc('2031-05-01T12:00+08:00'))).toBe(false);
  });
  it('is open through the night of a special day', () => {
    expect(shop.isOpen(utc('2026-11-11T03:00+08:00'))).toBe(true);
    expect(shop.isOpen(utc('2026-11-12T03:00+08:00'))).toBe(false);
  });
});

describe('clock changes', () => {
  it('opens at the same time on the wall before and after the clocks go forward', () => {
    const newYork = hoursOf(weekOf("'09:00-17:00'"), 'America/New_York');
    expect(newYork.nextOpening('2026-03-07T05:00:00.000Z')).toBe('2026-03-07T14:00:00.000Z');
    expect(newYork.nextOpening('2026-03-08T05:00:00.000Z')).toBe('2026-03-08T13:00:00.000Z');
  });
  it('has an hour less in the night that the clocks go forward, an hour more when they go back', () => {
    const night = hoursOf(weekOf("'00:00-06:00'"), 'Europe/Berlin');
    expect(night.workingMinutesBetween(utc('2026-03-28T23:00Z'), utc('2026-03-29T12:00Z'))).toBe(5 * 60);
    expect(night.workingMinutesBetween(utc('2026-10-24T22:00Z'), utc('2026-10-25T12:00Z'))).toBe(7 * 60);
  });
  it('opens after the change where the opening time does not exist that day', () => {
    const early = hoursOf(weekOf("'02:30-10:00'"), 'Europe/Berlin');
    expect(early.nextOpening('2026-03-29T00:30:00.000Z')).toBe('2026-03-29T01:30:00.000Z');
  });
  it('knows a zone whose day begins at one o’clock on the day of the change', () => {
    const beirut = hoursOf(weekOf("'00:00-24:00'"), 'Asia/Beirut');
    expect(beirut.workingMinutesBetween('2026-03-27T22:00:00.000Z', '2026-03-30T21:00:00.000Z')).toBe(
      71 * 60,
    );
  });
});

describe('a shop that never opens again', () => {
  const gone = hoursOf(
    `${weekOf("'09:00-21:00'")}  holidays:\n    - { date: '2026-01-01', to: '2099-12-31' }\n`,
  );

  it('still gives every due time, in plain time', () => {
    expect(gone.addWorkingMinutes('2026-11-23T00:00:00.000Z', 30)).toBe('2026-11-23T00:30:00.000Z');
    expect(gone.nextOpening('2026-11-23T00:00:00.000Z')).toBe('2026-11-23T00:00:00.000Z');
    expect(gone.isOpen('2026-11-23T02:00:00.000Z')).toBe(false);
    expect(gone.workingMinutesBetween('2026-11-23T00:00:00.000Z', '2027-11-23T00:00:00.000Z')).toBe(0);
  });
});

describe('for any moment, in any zone', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/London',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ];
  const shops = zones.flatMap((zone) =>
    ["'09:00-12:00', '13:30-18:00'", "'18:00-02:00'", "'00:00-24:00'"].map((windows) =>
      hoursOf(weekOf(windows), zone),
    ),
  );
  const shop = fc.constantFrom(...shops);
  const moment = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
    .map((ms) => new Date(ms).toISOString());
  const minutes = fc.integer({ min: 1, max: 20_000 });

  it('a due time lies ahead, and the working time until it is the time that was asked for', () => {
    fc.assert(
      fc.property(shop, moment, minutes, (hours, from, length) => {
        const due = hours.addWorkingMinutes(from, length);
        expect(due > from).toBe(true);
        expect(hours.workingMinutesBetween(from, due)).toBeCloseTo(length, 3);
      }),
      { numRuns: 400 },
    );
  });
  it('the next opening is open and nothing before it is', () => {
    fc.assert(
      fc.property(shop, moment, (hours, at) => {
        const next = hours.nextOpening(at);
        expect(hours.isOpen(next)).toBe(true);
        expect(hours.workingMinutesBetween(at, next)).toBe(0);
        expect(next === at).toBe(hours.isOpen(at));
      }),
      { numRuns: 400 },
    );
  });
});
