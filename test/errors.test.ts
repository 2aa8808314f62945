/** No code without a line in docs/errors.md, no line without a code, no HTTP code without a sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAULT_CODES } from '../src/domain/fault.ts';
import { LOCALES } from '../src/domain/reading.ts';
import { REFUSAL_CODES } from '../src/domain/refusal.ts';
import { PROBLEM_CODES, PROBLEMS } from '../src/http/problem.ts';
import { refusalReply } from '../src/http/problemReply.ts';
import { createWording } from '../src/wording/wordings.ts';

const root = join(import.meta.dirname, '..');
const [, refusals = '', http = '', faults = ''] = readFileSync(join(root, 'docs', 'errors.md'), 'utf8').split(
  /^## /m,
);
const rows = (section: string) =>
  [...section.matchAll(/^\| `([\w-]+)` \|(.*)\|$/gm)].map(([, code = '', rest = '']) => ({ code, rest }));
const wording = createWording(join(root, 'locales'));

it('every refusal has a line, with the status that it is answered with', () => {
  const told = rows(refusals);
  expect(told.map(({ code }) => code).sort()).toEqual([...REFUSAL_CODES].sort());
  const statuses = REFUSAL_CODES.map(
    (refused) => `${refused} ${refusalReply(wording, 'en', { refused }).status}`,
  );
  expect(told.map(({ code, rest }) => `${code} ${rest.split('|').at(-1)?.trim()}`).sort()).toEqual(
    statuses.sort(),
  );
});

it('every HTTP problem has a line, with its status', () => {
  const told = rows(http).map(({ code, rest }) => `${code} ${rest.split('|')[0]?.trim()}`);
  expect(told.sort()).toEqual(PROBLEM_CODES.map((code) => `${code} ${PROBLEMS[code]}`).sort());
});

it('every fault has a line', () => {
  expect(
    rows(faults)
      .map(({ code }) => code)
      .sort(),
  ).toEqual([...FAULT_CODES].sort());
});

it('every HTTP problem has a sentence in every language', () => {
  const silent = LOCALES.flatMap((locale) =>
    PROBLEM_CODES.filter((code) => wording.variants(locale, `http.${code}`) === 0).map(
      (code) => `${locale} ${code}`,
    ),
  );
  expect(silent).toEqual([]);
});
