/** Numbers that look like an order's though nothing names them: what they look like, and what looks the same but is something else. */
import { matchesOf } from '../matches.ts';
import type { Folded } from '../normalise.ts';
import { personalIn } from '../personal.ts';
import { PHONE } from './phone.ts';
import type { SlotWords } from './slotWords.ts';
import type { Stretch } from './span.ts';

const SHAPES = [
  // A courier's SF…, WEB-204917, AB-12345678.
  '[a-z]{1,4}-?\\d{5,20}(?:-[a-z\\d]{1,12}|[a-z\\d]{1,6})?',
  '1z[a-z\\d]{16}',
  // 20260309-7781, 240311-558821993310, 784-2381 9920, 880-2219034471.
  '\\d{8,12}-\\d{2,8}',
  '\\d{6}-\\d{10,16}',
  '\\d{3}-\\d{10}',
  '\\d{3}-\\d{4}[- ]?\\d{4}',
  // 6630-118-204, 4417-AC-0093, K11-260-7783.
  '(?=(?:[a-z-]{0,12}\\d){7})[a-z\\d]{2,12}(?:-[a-z\\d]{1,12}){2,4}',
  // 9950 3317 20.
  '(?=(?:\\d ?){8})\\d{3,6}(?: \\d{2,6}){2,5}(?! \\d)',
  '\\d{11,22}',
  '(?=(?:[a-z]{0,6}\\d){8})[a-z\\d]{12,24}',
];
const BARE = new RegExp(`(?<![\\w@./:¥$€£-]|\\d )(?:${SHAPES.join('|')})(?![\\w@]|[-/:.]\\w)`, 'g');
/** "#55120". */
const HASHED = /(?<=(?<![\w&])# ?)(?=[a-z/_-]{0,8}\d)[a-z\d](?:[a-z\d]|[-_/](?=[a-z\d])){4,29}(?![\w@])/g;
/** Too short to stand for itself, unless the talk is of orders and it is a clause of its own. */
const ALONE = /(?<=^|[，。！？,!?；;：:、(] ?)\d{7,10}(?=$|[，。！？,!?；;、)]|\. |\.$)/g;
/** "TKT 5518", "RR 123456789 GB": codes only where they are written large. */
const LARGE =
  /(?<![\w-])(?:(?:tkt|rma|inv|ord|bkg|inc|req) \d{4,14}|[a-z]{2,4} \d{7,14}(?: [a-z]{2})?)(?![\w@-])/g;

const DATE =
  /^(?:(?:19|20)\d\d[- ]?(?:0?[1-9]|1[0-2])[- ]?(?:[0-2]?\d|3[01])|\d{1,2}-\d{1,2}-(?:19|20)?\d\d)$/;
/** What the letters of these stand for is no order. */
const NAMED_ELSE =
  /^(?:qq|vip|id|sn|vx|wx|iso|gb|imei|isbn|ean|upc|sku|vin|ip|rmb|cny|ntd?|twd|usd|hkd?|gbp|eur|jpy|sgd|aud|zip|tel|fax|rtx|gtx)[- ]?\d/;
/** Lines that cost nothing, numbers of three by three, books. */
const ELSE = /^(?:1[38]00|[48]00)[- ]|^\d{3}([ -])\d{3}\1\d{3}$|^97[89](?:[- ]?\d){10}$/;
const TAIWANESE_ID = /^[a-z][12]\d{8}$/;
/** How far back a word tells what a number is of. */
const BEFORE = 18;
const AFTER = 12;

/** Whether these letters are capitals in a text that is not all capitals. */
export function isLarge({ text, original }: Folded, { from, to }: Stretch): boolean {
  const own = original(from, to);
  return own === own.toUpperCase() && /[a-z\u4e00-\u9fff]/.test(original(0, text.length));
}

type Personal = ReturnType<typeof personalIn>;

function isPersonal(own: string, personal: Personal): boolean {
  return personal.some(
    ({ kind, text }) => (kind !== 'card' || /^[3-6]/.test(own)) && (text.includes(own) || own.includes(text)),
  );
}

function isElse(
  folded: Folded,
  words: readonly SlotWords[],
  { from, to }: Stretch,
  personal: () => Personal,
): boolean {
  const { text } = folded;
  const own = text.slice(from, to);
  if ([DATE, NAMED_ELSE, ELSE, TAIWANESE_ID].some((pattern) => pattern.test(own))) return true;
  const before = text.slice(Math.max(0, from - BEFORE), from);
  const after = text.slice(to, to + AFTER);
  if (words.some(({ notOrder, notOrderAfter }) => notOrder.test(before) || notOrderAfter.test(after)))
    return true;
  if (matchesOf(own, PHONE)[0]?.index === 0) return true;
  return isPersonal(folded.original(from, to), personal());
}

/** A long list of numbers names no order. */
const MOST = 20;

/** The first that nothing calls something else. */
export function shapedOrders(folded: Folded, words: readonly SlotWords[]): Stretch[] {
  const { text } = folded;
  const stretches = (pattern: RegExp): Stretch[] =>
    matchesOf(text, pattern).map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const ofOrders = (): boolean =>
    words.some(({ orderTalk }) => orderTalk.test(text)) &&
    !words.some(({ phoneTalk }) => phoneTalk.test(text));
  let found: Personal | undefined;
  const personal = (): Personal => {
    found ??= personalIn(folded);
    return found;
  };
  const alone = stretches(ALONE);
  return [
    ...stretches(BARE),
    ...stretches(HASHED),
    ...stretches(LARGE).filter((one) => isLarge(folded, one)),
    ...(alone.length > 0 && ofOrders() ? alone : []),
  ]
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST)
    .filter((one) => !isElse(folded, words, one, personal));
}
