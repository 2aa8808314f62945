/** The part of policy.yaml that says when the shop is open. */
import { z } from 'zod';
import { overlap, parseWindow, type Window } from './clockTime.ts';

const window = z.string().transform((text, context): Window => {
  const parsed = parseWindow(text);
  if (parsed) return parsed;
  context.addIssue(`"${text}" is not a window of time such as 09:00-21:00 or 22:00-02:00`);
  return z.NEVER;
});

const windows = z.array(window).superRefine((list, context) => {
  list.forEach((one, index) => {
    if (list.slice(0, index).some((other) => overlap(one, other))) {
      context.addIssue({ code: 'custom', path: [index], message: 'overlaps another window of the same day' });
    }
  });
});

/** `2026-10-01`, or `01-01` for every year. The year 2024 has a 29 February. */
const date = z.string().refine(
  (text) => {
    const whole = /^\d{2}-\d{2}$/.test(text) ? `2024-${text}` : text;
    const at = /^\d{4}-\d{2}-\d{2}$/.test(whole) ? Date.parse(`${whole}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(whole);
  },
  { error: 'is not a date such as 2026-10-01, or 01-01 for every year' },
);

const holiday = z
  .strictObject({ date, to: date.optional(), name: z.string().optional() })
  .refine(({ date: from, to }) => to === undefined || (to.length === from.length && to >= from), {
    path: ['to'],
    error: 'must be a date of the same form, not before "date"',
  });

const special = z.strictObject({ date, open: windows, name: z.string().optional() });

export const hoursSchema = z.strictObject({
  week: z
    .strictObject({
      mon: windows,
      tue: windows,
      wed: windows,
      thu: windows,
      fri: windows,
      sat: windows,
      sun: windows,
    })
    .refine((week) => Object.values(week).some((day) => day.length > 0), {
      error: 'the shop is never open: at least one day needs a window',
    }),
  holidays: z.array(holiday).default([]),
  special: z.array(special).default([]),
});

export type Hours = z.infer<typeof hoursSchema>;
