/** What policy.yaml may say. Every field that is not known here is an error, so that a typing mistake is seen. */
import { z } from 'zod';
import { ROLES } from '../domain/actor.ts';
import { RESPONSIBILITIES, TIERS } from '../domain/case.ts';
import { CAUSES, type CauseGroup, type SubCause } from '../domain/cause.ts';
import { PROMISE_KINDS } from '../domain/promise.ts';
import { SEVERITIES, WANTED_REMEDIES } from '../domain/reading.ts';
import { REMEDY_KINDS } from '../domain/remedy.ts';
import { parseDuration } from './duration.ts';
import { hoursSchema } from './hoursSchema.ts';

/** A year: longer is a typing mistake. */
const LONGEST = 366 * 24 * 60;

const duration = (pattern: RegExp, example: string) =>
  z.union([z.string(), z.number()]).transform((value, context): number => {
    const text = typeof value === 'number' ? `${value}m` : value;
    const minutes = pattern.test(text) ? parseDuration(text) : undefined;
    if (minutes !== undefined && minutes >= 1 && minutes <= LONGEST) return minutes;
    context.addIssue(`"${value}" is not a length of time such as ${example}`);
    return z.NEVER;
  });

/** Working time knows no days: a working day is as long as the shop is open. */
const workingTime = duration(/^[^d]*$/, '45m, 4h or 1h30m of working time');
const plainTime = duration(/^/, '45m, 4h or 2d');

const GROUPS = Object.keys(CAUSES) as [CauseGroup, ...CauseGroup[]];
const SUBS = Object.values(CAUSES).flat() as [SubCause, ...SubCause[]];
const money = z.number().min(0).max(10_000_000);
const some = <T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).min(1).optional();

const remedy = z.strictObject({
  kind: z.enum(REMEDY_KINDS),
  amount: money.optional(),
  percent: z.number().gt(0).max(100).optional(),
  note: z.string().min(1).optional(),
});

const rule = z
  .strictObject({
    remedy,
    groups: some(GROUPS),
    subs: some(SUBS),
    severities: some(SEVERITIES),
    responsibilities: some(RESPONSIBILITIES),
    tiers: some(TIERS),
    answers: some(WANTED_REMEDIES),
    department: z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a department code such as customer-service'),
    within: workingTime,
    botMayOffer: z.boolean().default(false),
  })
  .superRefine(({ groups, subs = [] }, context) => {
    subs.forEach((sub, index) => {
      if (!groups || groups.some((group) => (CAUSES[group] as readonly string[]).includes(sub))) return;
      context.addIssue({
        code: 'custom',
        path: ['subs', index],
        message: `is not a cause of ${groups.join(', ')}`,
      });
    });
  });

const LADDER = ['bot', ...ROLES] as const;

const limits = z
  .strictObject({ bot: money, agent: money, supervisor: money, manager: money })
  .superRefine((given, context) => {
    LADDER.forEach((role, index) => {
      const below = LADDER[index - 1];
      if (!below || given[role] >= given[below]) return;
      context.addIssue({
        code: 'custom',
        path: [role],
        message: `must not be lower than the limit of ${below}`,
      });
    });
  });

export const policySchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code such as CNY'),
  limits,
  tierFactor: z.record(z.enum(TIERS), z.number().min(0).max(100)),
  neverOffer: z.array(z.enum(REMEDY_KINDS)).default([]),
  clocks: z.strictObject({
    promise: z.record(z.enum(PROMISE_KINDS), workingTime),
    updateLead: plainTime,
    silence: plainTime,
    silenceAfterReminder: plainTime,
    followUp: plainTime,
    followUpReminder: plainTime,
    followUpClose: plainTime,
  }),
  hours: hoursSchema,
  rules: z.array(rule).min(1),
});

export type PolicyFile = z.infer<typeof policySchema>;
