/** The policy that comes with CalmDesk, in a shop in Shanghai; and one open day and night for plain arithmetic. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../src/domain/policy.ts';
import { parsePolicy } from '../../src/policy/loadPolicy.ts';

export const defaultText = readFileSync(join(import.meta.dirname, '..', '..', 'policy.yaml'), 'utf8');

export const defaultPolicy = (timezone = 'Asia/Shanghai'): Policy =>
  parsePolicy(defaultText, 'policy.yaml', { timezone });

/** The text of a policy with its opening hours replaced. */
const hoursReplaced = (text: string, hours: string): string =>
  `${text.replace(/^hours:\n(?: .*\n|#.*\n)*/m, '')}\nhours:\n${hours}`;

/** The default with its opening hours replaced, e.g. by `weekOf`. */
export const policyWithHours = (hours: string, timezone = 'Asia/Shanghai'): Policy =>
  parsePolicy(hoursReplaced(defaultText, hours), 'policy.yaml', { timezone });

const everyDay = (windows: string): string =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `    ${day}: [${windows}]`).join('\n');

export const weekOf = (windows: string): string => `  week:\n${everyDay(windows)}\n`;

export const alwaysOpen = (): Policy => policyWithHours(weekOf("'00:00-24:00'"));

/** The text of a policy that is open at these windows every day. */
export const withHours = (text: string, windows: string): string => hoursReplaced(text, weekOf(windows));
