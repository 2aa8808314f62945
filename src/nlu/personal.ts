/** Stretches of a text that are personal data, for masking where it leaves the system. */
import type { PersonalSpan } from '../ports/understanding.ts';
import { matchesOf } from './matches.ts';
import type { Folded } from './normalise.ts';
import { isFree, PHONE } from './slots/phone.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const CHINESE_ID =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![\da-z])/g;
const TAIWANESE_ID = /(?<![a-z\d])[a-z][12]\d{8}(?!\d)/g;
const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
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
  ['phone', PHONE, (text) => !isFree(text)],
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
