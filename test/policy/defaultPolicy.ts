/** The policy that comes with CalmDesk, in a shop in Shanghai; and one open day and night for plain arithmetic. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../src/domain/policy.ts';
import { parsePolicy } from '../../src/policy/loadPolicy.ts';

export const defaultText = readFileSync(join(import.meta.dirname, '..', '..', 'policy.yaml'), 'utf8');

export const defaultPolicy = (timezone = 'Asia/Shanghai'): Policy =>
  parsePolicy(defaultText, 'policy.yaml', { timezone });

/** The default with its opening hours replaced, e.g. `alwaysOpen`. */
export const policyWithHours = (hours: string, timezone = 'Asia/Shanghai'): Policy => {
  const without = defaultText.replace(/^hours:\n(?: .*\n|#.*\n)*/m, '');
  return parsePolicy(`${without}\nhours:\n${hours}`, 'policy.yaml', { timezone });
};

const everyDay = (windows: string): string =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `    ${day}: [${windows}]`).join('\n');

export const weekOf = (windows: string): string => `  week:\n${everyDay(windows)}\n`;

export const alwaysOpen = (): Policy => policyWithHours(weekOf("'00:00-24:00'"));
