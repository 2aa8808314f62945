/** The facts in a text: each slot has its own finder. */
import type { DateTime } from 'luxon';
import type { Locale, Slots, WantedRemedy } from '../../domain/reading.ts';
import type { Lexicon } from '../lexicon.ts';
import type { LinearModel } from '../linear.ts';
import type { Folded } from '../normalise.ts';
import type { Encoded, Hint } from '../tagger/encoder.ts';
import type { WordTable } from '../tagger/words.ts';
import { amountOf } from './amount.ts';
import { corrects, takenBackFinder, without } from './corrections.ts';
import { numbersIn } from './numbers.ts';
import type { ReadNumber } from './numerals.ts';
import { numberReader } from './numerals.ts';
import type { AskedClause } from './remedy.ts';
import { remedyFinder } from './remedy.ts';
import type { ShopNames } from './shopNames.ts';
import type { SlotWords } from './slotWords.ts';
import { readSlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { SpanReader } from './spanReader.ts';
import type { TimeGrammar } from './timeWords.ts';
import { readTimeGrammar } from './timeWords.ts';
import type { WhenSpan } from './when.ts';
import { timesIn, zoned } from './when.ts';

export interface SlotContext {
  readonly at: Date;
  readonly timezone: string;
  readonly lang: Locale;
  /** What the bot asked for last: a bare number is then that. */
  readonly asked?: keyof Slots | undefined;
  /** The clauses of a folded text with what the model makes of their wishes. */
  readonly asks: (text: string) => readonly AskedClause[];
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
  readonly spans: SpanReader;
  readonly remedy: (clauses: readonly AskedClause[]) => WantedRemedy | undefined;
}

const HOME: Record<Locale, string> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD', en: 'USD' };
const given = <K extends keyof Slots>(name: K, value: Slots[K] | undefined): Partial<Slots> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Slots>);

function spansToFolded(text: string, folded: Folded): Folded {
  return { text, original: (from, to) => folded.original(from, to) };
}

/** The customer's own way of writing, where it is as long as the folded text. */
function writtenOf(folded: Folded): string {
  const original = folded.original(0, folded.text.length);
  return original.length === folded.text.length ? original : folded.text;
}

/** What is surer than any name: times and numbers. */
interface Sure {
  readonly times: readonly WhenSpan[];
  readonly order: string | undefined;
  readonly phone: string | undefined;
  readonly hints: readonly Hint[];
}

function sureIn(
  { words, grammars, read }: Tools,
  folded: Folded,
  now: () => DateTime,
  context: Partial<SlotContext>,
): Sure {
  const times = timesIn(folded, grammars, read, now, context.lang ?? 'zh-CN');
  const { order, phone } = numbersIn(folded, words, context.asked);
  const hints: Hint[] = times.map(({ from, to }) => ({ name: 'time', from, to }));
  for (const number of [order, phone]) {
    const from = number === undefined ? -1 : folded.text.indexOf(number.toLowerCase());
    if (from >= 0) hints.push({ name: 'number', from, to: from + (number?.length ?? 0) });
  }
  return { times, order, phone, hints };
}

function slotsOf(tools: Tools, folded: Folded, context: SlotContext): Slots {
  const { at, timezone, lang, asks } = context;
  const { words, read } = tools;
  const { text } = folded;
  const { times, order, phone, hints } = sureIn(tools, folded, () => zoned(at, timezone), context);
  const { where, who, what } = tools.spans.spans(text, writtenOf(folded), hints);
  const own = (span: Span | undefined): string | undefined =>
    span === undefined ? undefined : folded.original(span.from, span.to).trim();
  return {
    ...given('when', times[0]?.when),
    ...given('where', own(where)),
    ...given('who', own(who)),
    ...given('what', own(what)),
    ...given('order', order),
    ...given('amount', amountOf(folded, words, read, HOME[lang])),
    ...given('phone', phone),
    ...given('remedy', tools.remedy(asks(text))),
  };
}

export interface SlotMaterial {
  readonly localesDir: string;
  readonly lexicon: Lexicon;
  readonly wordTable: WordTable;
  readonly shop: ShopNames;
  /** The trained tagger; without it no where, who and what are found. */
  readonly tagger: LinearModel | undefined;
}

function toolsOf({ localesDir, lexicon, wordTable, shop, tagger }: SlotMaterial): Tools {
  const zh = readSlotWords(localesDir, 'zh-CN');
  const en = readSlotWords(localesDir, 'en');
  return {
    words: [zh, en],
    grammars: [readTimeGrammar(localesDir, 'zh-CN'), readTimeGrammar(localesDir, 'en')],
    read: numberReader(localesDir),
    spans: new SpanReader({ zh, en, lexicon, words: wordTable, shop }, tagger),
    remedy: remedyFinder([zh, en]),
  };
}

/** What the tagger sees of a text, for training: the same as when it reads. */
export function spanEncoder(material: SlotMaterial): (folded: Folded) => Encoded {
  const tools = toolsOf(material);
  const now = zoned(new Date(0), 'UTC');
  return (folded) => {
    const { hints } = sureIn(tools, folded, () => now, {});
    return tools.spans.encode(folded.text, writtenOf(folded), hints);
  };
}

export function createSlotReader(material: SlotMaterial): SlotReader {
  const tools = toolsOf(material);
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
