/** Where, who and what: patterns propose, the tagger decides, a shop's own names win over both. */
import type { Lexicon } from '../lexicon.ts';
import type { LinearModel } from '../linear.ts';
import type { Spanned } from '../tagger/chain.ts';
import { Chain, SPANNED } from '../tagger/chain.ts';
import type { Encode, Encoded, Hint } from '../tagger/encoder.ts';
import { createEncoder } from '../tagger/encoder.ts';
import type { WordTable } from '../tagger/words.ts';
import type { ShopNames } from './shopNames.ts';
import type { SlotWords } from './slotWords.ts';
import type { Span, Stretch } from './span.ts';
import { best } from './span.ts';
import type { WhatFinder } from './what.ts';
import { whatFinder } from './what.ts';
import type { WhereFinder } from './where.ts';
import { whereFinder } from './where.ts';
import { whoFinder } from './who.ts';

export type Spans = Partial<Readonly<Record<Spanned, Span>>>;

/** Fitted on held-out training texts: without it too few things are named. */
const LEANING = { what: 0.7 };

/** A span without the times and numbers in it: of what they part it into, the longer piece. */
function beside(text: string, span: Stretch, sure: readonly Hint[]): Stretch & { readonly text: string } {
  const { from, to } = sure.reduce((left, taken) => {
    if (taken.from >= left.to || taken.to <= left.from) return left;
    const before = taken.from - left.from;
    const after = left.to - taken.to;
    return after > before
      ? { from: taken.to, to: left.to }
      : { from: left.from, to: Math.max(left.from, taken.from) };
  }, span);
  return { from, to, text: text.slice(from, to) };
}

/** A number that names nothing, such as that of the case. */
const BARE_NUMBER = /^[a-z]?[\d-]+$/;
/** A badge number or a name after "called" holds without the tagger. */
const CERTAIN = 3;

export interface SpanMaterial {
  readonly zh: SlotWords;
  readonly en: SlotWords;
  readonly lexicon: Lexicon;
  readonly words: WordTable;
  readonly shop: ShopNames;
}

export class SpanReader {
  readonly #shop: ShopNames;
  readonly #who: (text: string, written: string) => Span | undefined;
  readonly #where: WhereFinder;
  readonly #what: WhatFinder;
  readonly #encode: Encode;
  readonly #chain: Chain | undefined;
  readonly #vague: readonly RegExp[];

  constructor({ zh, en, lexicon, words, shop }: SpanMaterial, model: LinearModel | undefined) {
    this.#shop = shop;
    this.#who = whoFinder(zh, en);
    this.#where = whereFinder(zh, en);
    this.#what = whatFinder(zh, en, lexicon);
    this.#encode = createEncoder(zh, en, lexicon, words);
    this.#chain = model === undefined ? undefined : new Chain(model, LEANING);
    this.#vague = [zh, en].map((one) => one.pattern('notWhat', ''));
  }

  #proposed(text: string, written: string, sure: readonly Hint[]): Spans {
    const taken = sure.map(({ from, to }): Span => ({ from, to, text: '', worth: 0 }));
    const who = this.#who(text, written);
    if (who !== undefined) taken.push(who);
    const where = this.#where(text, written, taken);
    if (where !== undefined) taken.push(where);
    const what = this.#what(text, written, taken);
    return { ...(who && { who }), ...(where && { where }), ...(what && { what }) };
  }

  /** What the tagger sees of a text; `sure` are times and numbers in it. */
  encode(text: string, written: string, sure: readonly Hint[]): Encoded {
    return this.#withProposals(text, written, sure, this.#proposed(text, written, sure));
  }

  #withProposals(text: string, written: string, sure: readonly Hint[], proposed: Spans): Encoded {
    const hints = Object.entries(proposed).map(([slot, { from, to }]) => ({
      name: `proposed ${slot}`,
      from,
      to,
    }));
    return this.#encode(text, written, [...sure, ...hints]);
  }

  /** At most one span of each: the one that the tags fit best. */
  spans(text: string, written: string, sure: readonly Hint[]): Spans {
    const proposed = this.#proposed(text, written, sure);
    const { tokens, features } = this.#withProposals(text, written, sure, proposed);
    const tagged = this.#chain?.spans(features) ?? [];
    const spans = tagged
      .map(({ slot, from, to, worth }) => {
        const start = tokens[from]?.from ?? 0;
        const end = tokens[to - 1]?.to ?? start;
        return { slot, worth, ...beside(text, { from: start, to: end }, sure) };
      })
      .filter((span) => span.text.trim() !== '' && !this.#isVague(span));
    const found = SPANNED.map((slot): [Spanned, Span | undefined] => {
      const certain = proposed[slot];
      return [
        slot,
        best(this.#shop[slot](text)) ??
          best(spans.filter((span) => span.slot === slot)) ??
          (slot === 'who' && certain !== undefined && certain.worth >= CERTAIN ? certain : undefined),
      ];
    });
    return Object.fromEntries(found.filter(([, span]) => span !== undefined)) as Spans;
  }

  /** "the order", "东西": a thing that names nothing. */
  #isVague({ slot, text }: Span & { readonly slot: Spanned }): boolean {
    return slot === 'what' && (BARE_NUMBER.test(text) || this.#vague.some((one) => one.test(text)));
  }
}
