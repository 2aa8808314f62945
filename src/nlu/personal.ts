/** Stretches of a text that are personal data, for masking where it leaves the system. */
import type { PersonalSpan } from '../ports/understanding.ts';
import { matchesOf } from './matches.ts';
import type { Folded } from './normalise.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const CHINESE_ID =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![\da-z])/g;
const TAIWANESE_ID = /(?<![a-z\d])[a-z][12]\d{8}(?!\d)/g;
const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
const PHONE =
  /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\d-])(?:\+886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)|(?<![\d-])0\d{1,3}[- ]\d{3,4}[- ]?\d{4}(?!\d)|\+\d{1,3}[- ]?\d[\d -]{6,12}\d(?!\d)/g;

/** The check digit of bank cards. */
function luhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((char, i) => {
    const value = Number(char) * (i % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

const FINDERS: readonly [PersonalSpan['kind'], RegExp, (text: string) => boolean][] = [
  ['email', EMAIL, () => true],
  ['id', CHINESE_ID, () => true],
  ['id', TAIWANESE_ID, () => true],
  ['card', CARD, (text) => luhn(text.replace(/\D/g, ''))],
  ['phone', PHONE, () => true],
];

/** The customer's own characters; where kinds overlap the first of the list above counts. */
export function personalIn(folded: Folded): PersonalSpan[] {
  const taken: { from: number; to: number }[] = [];
  const found: PersonalSpan[] = [];
  for (const [kind, pattern, fits] of FINDERS) {
    for (const match of matchesOf(folded.text, pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (!fits(match[0]) || taken.some((other) => from < other.to && other.from < to)) continue;
      taken.push({ from, to });
      found.push({ kind, text: folded.original(from, to) });
    }
  }
  return found;
}
