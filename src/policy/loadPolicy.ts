/** Reads policy.yaml. Every mistake is told at once, with file, line and field. */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { Fault } from '../domain/fault.ts';
import type { Policy, RemedyRule } from '../domain/policy.ts';
import { located } from './located.ts';
import { createOpeningHours } from './openingHours.ts';
import { type PolicyFile, policySchema } from './schema.ts';

export interface PolicyOptions {
  /** IANA name of the shop's time zone. */
  readonly timezone: string;
  /** Whether a department has a name in every language; absent: not checked. */
  readonly knowsDepartment?: (code: string) => boolean;
}

/** Takes away what is absent: rules say "fits all" by not having a list. */
const ruleOf = ({ within, remedy, ...rest }: PolicyFile['rules'][number], currency: string): RemedyRule => {
  const priced = remedy.amount === undefined ? remedy : { ...remedy, currency };
  const whole = { ...rest, remedy: priced, withinMinutes: within };
  return JSON.parse(JSON.stringify(whole)) as RemedyRule;
};

const policyOf = ({ clocks, hours, rules, ...rest }: PolicyFile, timezone: string): Policy => ({
  ...rest,
  rules: rules.map((rule) => ruleOf(rule, rest.currency)),
  clocks: {
    promise: clocks.promise,
    updateLeadMinutes: clocks.updateLead,
    silenceMinutes: clocks.silence,
    silenceAfterReminderMinutes: clocks.silenceAfterReminder,
    followUpMinutes: clocks.followUp,
    followUpReminderMinutes: clocks.followUpReminder,
    followUpCloseMinutes: clocks.followUpClose,
  },
  hours: createOpeningHours(hours, timezone),
});

const withDepartments = ({ knowsDepartment = () => true }: PolicyOptions) =>
  policySchema.superRefine(({ rules }, context) => {
    rules.forEach(({ department }, index) => {
      if (knowsDepartment(department)) return;
      const path = ['rules', index, 'department'];
      context.addIssue({
        code: 'custom',
        path,
        message: `"${department}" has no name in locales/*/department.json`,
      });
    });
  });

/** Throws `policy-invalid`, a line for each mistake. `file` is only for the messages. */
export const parsePolicy = (text: string, file: string, options: PolicyOptions): Policy => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const told = document.errors.map(
      (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`,
    );
    throw new Fault('policy-invalid', told.join('\n'));
  }
  const parsed = withDepartments(options).safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!parsed.success) {
    throw new Fault('policy-invalid', located(file, document, lines, parsed.error.issues).join('\n'));
  }
  return policyOf(parsed.data, options.timezone);
};

/** Throws `policy-invalid` also where the file cannot be read. */
export const loadPolicy = (path: string, options: PolicyOptions): Policy => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Fault('policy-invalid', `${path}: cannot be read`, cause);
  }
  return parsePolicy(text, path, options);
};
