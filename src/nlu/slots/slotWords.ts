/** The words of slots: locales/<lang>/lexicon/slots.json, with its patterns compiled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WantedRemedy } from '../../domain/reading.ts';

type Patterns = Readonly<Record<string, string>>;

interface SlotFile {
  readonly order: readonly string[];
  /** What calls six letters a booking's ("PNR HXTQZB"). */
  readonly locator: readonly string[];
  readonly money: readonly string[];
  /** Numbers that are money by what stands beside them; with a group `loose` only in a text about money. */
  readonly bare: readonly string[];
  readonly currency: Readonly<Record<string, string>>;
  readonly cents: readonly string[];
  /** Words that are an amount by themselves ("a tenner"). */
  readonly notes: Readonly<Record<string, number>>;
  readonly phone: readonly string[];
  /** What stands before a number that is not the customer's telephone, not an order's. */
  readonly noPhone: string;
  readonly noOrder: string;
  readonly noOrderAfter: string;
  /** Words of a text that speaks of orders, of one that speaks of telephones. */
  readonly ofOrders: string;
  readonly ofPhones: string;
  /** What money was, by the words before or after it, and how much that counts. */
  readonly weigh: readonly { readonly before?: string; readonly after?: string; readonly worth: number }[];
  readonly remedy: Readonly<Record<WantedRemedy, readonly string[]>>;
  readonly correcting: readonly string[];
}

export interface Weighing {
  readonly before: RegExp | undefined;
  readonly after: RegExp | undefined;
  readonly worth: number;
}

export interface SlotWords extends SlotFile {
  readonly orders: readonly RegExp[];
  readonly locators: readonly RegExp[];
  readonly moneys: readonly RegExp[];
  readonly bareMoneys: readonly RegExp[];
  /** What a number before or in a text about money is: something else that is counted, money. */
  readonly noMoney: RegExp;
  readonly moneyTalk: RegExp;
  /** What stands beside "一块": the words of a payment, of a piece, of a price's end. */
  readonly paid: RegExp;
  readonly ofStuff: RegExp;
  readonly broken: RegExp;
  readonly endsPrice: RegExp;
  readonly phones: readonly RegExp[];
  readonly notPhone: RegExp;
  readonly notOrder: RegExp;
  readonly notOrderAfter: RegExp;
  readonly orderTalk: RegExp;
  readonly phoneTalk: RegExp;
  readonly weighs: readonly Weighing[];
  /** A pattern of the file by its name, with `{other}` filled in; one that matches nothing when the name is absent. */
  pattern(name: string, flags?: string): RegExp;
}

const NOTHING = '(?!)';

export function readSlotWords(localesDir: string, lang: 'zh-CN' | 'en'): SlotWords {
  const file = JSON.parse(readFileSync(join(localesDir, lang, 'lexicon/slots.json'), 'utf8')) as SlotFile;
  const strings = file as unknown as Patterns;
  const fill = (pattern: string): string =>
    pattern.replace(/\{([a-z]\w*)\}/gi, (_, name: string) => fill(strings[name] ?? NOTHING));
  const of = (name: string, start = ''): RegExp =>
    new RegExp(`${start}(?:${fill(strings[name] ?? NOTHING)})`);
  return {
    ...file,
    orders: file.order.map((pattern) => new RegExp(fill(pattern), 'dg')),
    locators: file.locator.map((pattern) => new RegExp(fill(pattern), 'dg')),
    moneys: file.money.map((pattern) => new RegExp(fill(pattern), 'dg')),
    bareMoneys: file.bare.map((pattern) => new RegExp(fill(pattern), 'dg')),
    noMoney: of('noMoney'),
    moneyTalk: of('moneyTalk'),
    paid: of('paid'),
    ofStuff: of('ofStuff', '^'),
    broken: of('broken'),
    endsPrice: of('endsPrice', '^'),
    phones: file.phone.map((pattern) => new RegExp(fill(pattern), 'dg')),
    notPhone: new RegExp(fill(file.noPhone)),
    notOrder: new RegExp(fill(file.noOrder)),
    notOrderAfter: new RegExp(`^(?:${fill(file.noOrderAfter)})`),
    orderTalk: new RegExp(fill(file.ofOrders)),
    phoneTalk: new RegExp(fill(file.ofPhones)),
    weighs: file.weigh.map(({ before, after, worth }) => ({
      before: before === undefined ? undefined : new RegExp(`(?:${fill(before)})`),
      after: after === undefined ? undefined : new RegExp(`^(?:${fill(after)})`),
      worth,
    })),
    pattern: (name, flags = 'g') => new RegExp(fill(strings[name] ?? NOTHING), flags),
  };
}
