/** The facts in a text: each slot has its own finder. */
import type { Locale, Slots } from '../../domain/reading.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Folded } from '../normalise.ts';
import { corrects, takenBack, without } from './corrections.ts';
import { amountOf, orderOf, phoneOf } from './numbers.ts';
import type { ReadNumber } from './numerals.ts';
import { numberReader } from './numerals.ts';
import { remedyOf } from './remedy.ts';
import type { SlotWords } from './slotWords.ts';
import { readSlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import type { TimeGrammar } from './timeWords.ts';
import { readTimeGrammar } from './timeWords.ts';
import { whatOf } from './what.ts';
import { timesIn, zoned } from './when.ts';
import { whereOf } from './where.ts';
import { whoOf } from './who.ts';

export interface SlotContext {
  readonly at: Date;
  readonly timezone: string;
  readonly lang: Locale;
}

export interface SlotReader {
  slots(folded: Folded, context: SlotContext): Slots;
  /** Slots of `folded` that put right what it takes back itself or what the customer said before. */
  corrections(folded: Folded, slots: Slots, before: Slots, context: SlotContext): (keyof Slots)[];
}

interface Tools {
  readonly zh: SlotWords;
  readonly en: SlotWords;
  readonly grammars: readonly TimeGrammar[];
  readonly read: ReadNumber;
  readonly lexicon: Lexicon;
}

const HOME: Record<Locale, string> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD', en: 'USD' };
const given = <K extends keyof Slots>(name: K, value: Slots[K] | undefined): Partial<Slots> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Slots>);

function spansToFolded(text: string, folded: Folded): Folded {
  return { text, original: (from, to) => folded.original(from, to) };
}

function slotsOf(tools: Tools, folded: Folded, { at, timezone, lang }: SlotContext): Slots {
  const { zh, en, grammars, read, lexicon } = tools;
  const words = [zh, en];
  const { text } = folded;
  const original = folded.original(0, text.length);
  const cased = original.length === text.length ? original : text;
  const when = timesIn(folded, grammars, read, zoned(at, timezone))[0];
  const phone = phoneOf(folded);
  const taken: Span[] = when === undefined ? [] : [{ from: when.from, to: when.to, text: '', worth: 0 }];
  const who = whoOf(text, cased, zh, en);
  if (who !== undefined) taken.push(who);
  const where = whereOf(text, cased, zh, en, taken);
  if (where !== undefined) taken.push(where);
  const what = whatOf(text, cased, zh, en, lexicon, taken);
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
    ...given('remedy', remedyOf(text, words)),
  };
}

export function createSlotReader(localesDir: string, lexicon: Lexicon): SlotReader {
  const zh = readSlotWords(localesDir, 'zh-CN');
  const en = readSlotWords(localesDir, 'en');
  const grammars = [readTimeGrammar(localesDir, 'zh-CN'), readTimeGrammar(localesDir, 'en')];
  const tools: Tools = { zh, en, grammars, read: numberReader(localesDir), lexicon };
  const words = [zh, en];
  return {
    slots(folded, context) {
      const wrong = takenBack(folded.text, words);
      return slotsOf(tools, spansToFolded(without(folded.text, wrong), folded), context);
    },
    corrections(folded, slots, before, context) {
      const wrong = takenBack(folded.text, words);
      const blank = wrong.map(({ text }) => text).join(' ');
      const taken =
        wrong.length === 0
          ? {}
          : slotsOf(tools, { text: blank, original: (from, to) => blank.slice(from, to) }, context);
      return corrects(folded.text, words, slots, before, taken);
    },
  };
}
