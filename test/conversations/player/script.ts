/** Reads a `.chat` file (README.md) into what is done and what is expected, in order. */
import type { Locale } from '../../../src/domain/reading.ts';
import { LOCALES } from '../../../src/domain/reading.ts';

export interface Step {
  /** Number of the line in the file, for a failure that can be found. */
  readonly at: number;
  /** What stands before the colon, without languages: `customer`, `bot`, `agent Wu`. */
  readonly verb: string;
  readonly rest: string;
  /** Consecutive `bot:` lines are one expectation. */
  readonly all: readonly string[];
}

export interface Script {
  readonly title: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Written {
  readonly at: number;
  readonly verb: string;
  readonly langs: readonly Locale[];
  readonly rest: string;
}

const LINE = /^([^:[\]]+?)\s*(?:\[([^\]]+)\])?\s*(?::\s*(.*))?$/su;
const SETTINGS = ['start', 'tier', 'contact', 'guess language'];

const localesOf = (text: string | undefined, at: number): readonly Locale[] => {
  if (text === undefined) return [];
  return text.split(/\s+/).map((name) => {
    const found = LOCALES.find((locale) => locale === name);
    if (!found) throw new Error(`line ${at}: no language ${name}`);
    return found;
  });
};

const read = (text: string): readonly Written[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const at = index + 1;
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [, verb, langs, rest = ''] = LINE.exec(line.trim()) ?? [];
    if (!verb) throw new Error(`line ${at} cannot be read: ${line}`);
    return [{ at, verb, langs: localesOf(langs, at), rest: rest.trim().replaceAll('\\n', '\n') }];
  });

/** The script as it is played in one language. */
export const readScript = (text: string, locale: Locale): Script => {
  const settings: Record<string, string> = {};
  const steps: Step[] = [];
  for (const { at, verb, langs, rest } of read(text)) {
    if (langs.length > 0 && !langs.includes(locale)) continue;
    const last = steps.at(-1);
    if (SETTINGS.includes(verb)) settings[verb] = rest;
    else if (verb === 'bot' && last?.verb === 'bot')
      steps[steps.length - 1] = { ...last, all: [...last.all, rest] };
    else steps.push({ at, verb, rest, all: [rest] });
  }
  return { title: /^#\s*(.+)$/m.exec(text)?.[1] ?? '', settings, steps };
};

/** What a file must have to be a test of all languages: as many turns of the customer in each. */
export const unevenLanguages = (text: string): readonly string[] => {
  const turns = (locale: Locale) =>
    readScript(text, locale)
      .steps.filter(({ verb }) => verb.startsWith('customer') && !verb.startsWith('customer sees'))
      .map(({ verb }) => verb)
      .join(', ');
  const [first, ...others] = LOCALES;
  return others.filter((locale) => turns(locale) !== turns(first));
};
