/** The facts in a text: each slot has its own finder. */
import type { Locale, Slots, WantedRemedy } from '../../domain/reading.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Folded } from '../normalise.ts';
import { corrects, takenBackFinder, without } from './corrections.ts';
import { amountOf, orderOf, phoneOf } from './numbers.ts';
import type { ReadNumber } from './numerals.ts';
import { numberReader } from './numerals.ts';
import { remedyFinder } from './remedy.ts';
import type { ShopNames } from './shopNames.ts';
import type { SlotWords } from './slotWords.ts';
import { readSlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { best } from './span.ts';
import type { TimeGrammar } from './timeWords.ts';
import { readTimeGrammar } from './timeWords.ts';
import type { WhatFinder } from './what.ts';
import { whatFinder } from './what.ts';
import { timesIn, zoned } from './when.ts';
import type { WhereFinder } from './where.ts';
import { whereFinder } from './where.ts';
import { whoFinder } from './who.ts';

export interface SlotContext {
  readonly at: Date;
  readonly timezone: string;
  readonly lang: Locale;
}

export interface SlotReader {
  slots(folded: Folded, context: SlotContext): Slots;
  /** Slots of `folded` that put right what it takes back itself or what the customer said before. */
  corrections(folded: Folded, slots: Slots, before: () => Slots, context: SlotContext): (keyof Slots)[];
}

interface Tools {
  readonly words: readonly SlotWords[];
  readonly grammars: readonly TimeGrammar[];
  readonly read: ReadNumber;
  readonly who: (text: string, original: string) => Span | undefined;
  readonly where: WhereFinder;
  readonly what: WhatFinder;
  readonly remedy: (text: string) => WantedRemedy | undefined;
}

const HOME: Record<Locale, string> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD', en: 'USD' };
const given = <K extends keyof Slots>(name: K, value: Slots[K] | undefined): Partial<Slots> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Slots>);

function spansToFolded(text: string, folded: Folded): Folded {
  return { text, original: (from, to) => folded.original(from, to) };
}

function slotsOf(tools: Tools, folded: Folded, { at, timezone, lang }: SlotContext): Slots {
  const { words, grammars, read } = tools;
  const { text } = folded;
  const original = folded.original(0, text.length);
  const cased = original.length === text.length ? original : text;
  const when = timesIn(folded, grammars, read, () => zoned(at, timezone))[0];
  const phone = phoneOf(folded);
  const taken: Span[] = when === undefined ? [] : [{ from: when.from, to: when.to, text: '', worth: 0 }];
  const who = tools.who(text, cased);
  if (who !== undefined) taken.push(who);
  const where = tools.where(text, cased, taken);
  if (where !== undefined) taken.push(where);
  const what = tools.what(text, cased, taken);
  const own = (span: Span | undefined): string | undefined =>
    span === undefined ? undefined : folded.original(span.from, span.to).trim();
  return {
    ...given('when', when?.when),
    ...given('where', own(where)),
    ...given('who', own(who)),
    ...given('what', own(what)),
    ...given('order', orderOf(folded, words, phone)),
    ...given('amount', amountOf(folded, words, read, HOME[lang])),
    ...given('phone', phone),
    ...given('remedy', tools.remedy(text)),
  };
}

function toolsOf(localesDir: string, lexicon: Lexicon, shop: ShopNames): Tools {
  const zh = readSlotWords(localesDir, 'zh-CN');
  const en = readSlotWords(localesDir, 'en');
  const who = whoFinder(zh, en);
  return {
    words: [zh, en],
    grammars: [readTimeGrammar(localesDir, 'zh-CN'), readTimeGrammar(localesDir, 'en')],
    read: numberReader(localesDir),
    who: (text, original) => best(shop.who(text)) ?? who(text, original),
    where: whereFinder(zh, en, shop.where),
    what: whatFinder(zh, en, lexicon, shop.what),
    remedy: remedyFinder([zh, en]),
  };
}

export function createSlotReader(localesDir: string, lexicon: Lexicon, shop: ShopNames): SlotReader {
  const tools = toolsOf(localesDir, lexicon, shop);
  const takenBack = takenBackFinder(tools.words);
  return {
    slots(folded, context) {
      return slotsOf(tools, spansToFolded(without(folded.text, takenBack(folded.text)), folded), context);
    },
    corrections(folded, slots, before, context) {
      const blank = takenBack(folded.text)
        .map(({ text }) => text)
        .join(' ');
      const taken =
        blank === ''
          ? {}
          : slotsOf(tools, { text: blank, original: (from, to) => blank.slice(from, to) }, context);
      return corrects(folded.text, tools.words, slots, before, taken);
    },
  };
}
