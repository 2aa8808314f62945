/** policy.yaml: every mistake told at once with file, line and field; amounts and times as written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { loadPolicy, parsePolicy } from '../../src/policy/loadPolicy.ts';
import { defaultText } from './defaultPolicy.ts';

const options = { timezone: 'Asia/Shanghai' };

const mistakesIn = (text: string, more = {}): readonly string[] => {
  try {
    parsePolicy(text, 'policy.yaml', { ...options, ...more });
    return [];
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'policy-invalid') throw error;
    return error.message.replace('policy-invalid: ', '').split('\n');
  }
};

/** The default with one text replaced, and the line in which it stands. */
const changed = (from: string, to: string): { text: string; line: number } => {
  expect(defaultText).toContain(from);
  return {
    text: defaultText.replace(from, to),
    line: defaultText.slice(0, defaultText.indexOf(from)).split('\n').length,
  };
};

describe('a policy that is right', () => {
  it('reads amounts with the currency and times in minutes', () => {
    const policy = parsePolicy(changed('currency: CNY', 'currency: TWD').text, 'policy.yaml', options);
    expect(policy.currency).toBe('TWD');
    expect(policy.clocks.promise['first-answer']).toBe(30);
    expect(policy.clocks.followUpCloseMinutes).toBe(48 * 60);
    expect(policy.rules.find(({ remedy }) => remedy.kind === 'points')?.remedy).toEqual({
      kind: 'points',
      amount: 30,
      currency: 'TWD',
    });
  });

  it('takes a whole number as minutes and a length in parts', () => {
    const { text } = changed('first-answer: 30m', 'first-answer: 45');
    expect(parsePolicy(text, 'p', options).clocks.promise['first-answer']).toBe(45);
    const parts = changed('first-answer: 30m', 'first-answer: 1h30m');
    expect(parsePolicy(parts.text, 'p', options).clocks.promise['first-answer']).toBe(90);
  });

  it('is read from its file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'calmdesk-policy-'));
    const file = join(folder, 'shop.yaml');
    writeFileSync(file, defaultText);
    expect(loadPolicy(file, options).hours.timezone).toBe('Asia/Shanghai');
    rmSync(folder, { recursive: true });
    expect(() => loadPolicy(file, options)).toThrow(/shop\.yaml: cannot be read/);
  });
});

describe('a policy with a mistake names file, line and field', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['an amount that is text', 'bot: 100', 'bot: lots', /limits\.bot: /],
    [
      'a limit above that of the next role',
      'agent: 500',
      'agent: 5',
      /limits\.agent: must not be lower than the limit of bot/,
    ],
    ['a field with a typing mistake', 'neverOffer: []', 'neverOfer: []', /neverOfer: is not known here/],
    ['an unknown remedy', 'kind: thanks', 'kind: flowers', /rules\[\d+\]\.remedy\.kind: /],
    [
      'a cause of another group',
      'subs: [availability, information, price]',
      'subs: [hygiene]',
      /rules\[\d+\]\.subs\[1\]: is not a cause of product/,
    ],
    [
      'a window that is no time',
      "mon: ['09:00-21:00']",
      "mon: ['9-21']",
      /hours\.week\.mon\[1\]: "9-21" is not a window/,
    ],
    [
      'windows that overlap',
      "mon: ['09:00-21:00']",
      "mon: ['09:00-12:00', '11:00-14:00']",
      /hours\.week\.mon\[2\]: overlaps/,
    ],
    [
      'a date that does not exist',
      "'2027-02-05'",
      "'2027-01-32'",
      /hours\.holidays\[2\]\.date: is not a date/,
    ],
    [
      'a holiday that ends before it begins',
      "to: '2026-02-18'",
      "to: '2026-02-01'",
      /hours\.holidays\[1\]\.to: must be a date/,
    ],
    [
      'days where working time is meant',
      'remedy: 24h ',
      'remedy: 3d ',
      /clocks\.promise\.remedy: "3d" is not a length of time/,
    ],
    [
      'a due time of no length',
      'first-answer: 30m',
      'first-answer: 0m',
      /clocks\.promise\.first-answer: "0m" is not/,
    ],
    ['a currency that is none', 'currency: CNY', 'currency: RMB元', /currency: is not a currency code/],
    ['no promise of one kind', 'callback: 2h ', '# ', /clocks\.promise\.callback: is missing/],
  ];

  it.each(cases)('%s', (_name, from, to, told) => {
    const { text, line } = changed(from, to);
    const [mistake, ...others] = mistakesIn(text).filter((each) => !/neverOffer: is missing/.test(each));
    expect(mistake).toMatch(told);
    expect(others).toEqual([]);
    // What is missing is told at the field around it.
    if (to !== '# ') expect(mistake).toMatch(new RegExp(`^policy\\.yaml:${line}: `));
  });

  it('tells all mistakes at once, in the order of the file', () => {
    const two = changed('currency: CNY', 'currency: yuan')
      .text.replace('kind: thanks', 'kind: flowers')
      .replace('bot: 100', 'bot: -1');
    const told = mistakesIn(two);
    expect(told.map((mistake) => mistake.split(': ')[1])).toEqual([
      'currency',
      'limits.bot',
      expect.stringContaining('rules['),
    ]);
  });

  it('tells where the YAML itself is broken', () => {
    expect(mistakesIn('currency: CNY\nlimits: {bot: 1')[0]).toMatch(/^policy\.yaml:2: /);
    expect(mistakesIn('currency: CNY\ncurrency: USD')[0]).toMatch(/^policy\.yaml:2: .*unique/);
  });

  it('says what is missing in an empty file, and refuses a file that is no map', () => {
    expect(mistakesIn('').join()).toMatch(/the file/);
    expect(mistakesIn('- 1').join()).toMatch(/the file/);
  });

  it('refuses a shop that has no opening hours at all', () => {
    const closed = defaultText.replace(/^ {4}(mon|tue|wed|thu|fri|sat|sun): .*$/gm, '    $1: []');
    expect(mistakesIn(closed)[0]).toMatch(/hours\.week: the shop is never open/);
  });

  it('refuses a department without a name', () => {
    const told = mistakesIn(defaultText, { knowsDepartment: (code: string) => code !== 'membership' });
    expect(told.length).toBeGreaterThan(0);
    for (const mistake of told) expect(mistake).toMatch(/rules\[\d+\]\.department: "membership" has no name/);
  });
});
