/** The words of slots: locales/<lang>/lexicon/slots.json, with its patterns compiled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WantedRemedy } from '../../domain/reading.ts';

type Patterns = Readonly<Record<string, string>>;

interface SlotFile {
  readonly order: readonly string[];
  readonly money: readonly string[];
  readonly currency: Readonly<Record<string, string>>;
  readonly cents: readonly string[];
  readonly remedy: Readonly<Record<WantedRemedy, readonly string[]>>;
  readonly correcting: readonly string[];
}

export interface SlotWords extends SlotFile {
  readonly orders: readonly RegExp[];
  readonly moneys: readonly RegExp[];
  /** A pattern of the file by its name, with `{other}` filled in; one that matches nothing when the name is absent. */
  pattern(name: string, flags?: string): RegExp;
}

const NOTHING = '(?!)';

export function readSlotWords(localesDir: string, lang: 'zh-CN' | 'en'): SlotWords {
  const file = JSON.parse(readFileSync(join(localesDir, lang, 'lexicon/slots.json'), 'utf8')) as SlotFile;
  const strings = file as unknown as Patterns;
  const fill = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) => strings[name] ?? NOTHING);
  return {
    ...file,
    orders: file.order.map((pattern) => new RegExp(fill(pattern), 'dg')),
    moneys: file.money.map((pattern) => new RegExp(fill(pattern), 'dg')),
    pattern: (name, flags = 'g') => new RegExp(fill(strings[name] ?? NOTHING), flags),
  };
}
