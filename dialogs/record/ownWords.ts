/** A short, harmless piece of what the customer wrote, to be given back in the bot's sentence. */
import type { Reading } from '../../src/ports/understanding.ts';

/** A point or a comma within a figure ends no clause. */
const BREAKS = /(?:[\n，。!！?？;；、…~～:：]|[.,](?!\d))+/u;
/** Letters: a Chinese clause says in 36 what takes 100 in English. */
const LONGEST = { han: 36, latin: 100 };
const SHORTEST = { han: 4, latin: 8 };
/** From here on a word is an insult or an outcry; what weighs less ("ignored", "rude") says what happened. */
const INSULT = 1;

const fits = (piece: string): boolean => {
  const script = /\p{Script=Han}/u.test(piece) ? 'han' : 'latin';
  return piece.length >= SHORTEST[script] && piece.length <= LONGEST[script];
};

/** Letters, digits, spaces and a few marks only: no address, no markup, no number that is personal. */
const harmless = (piece: string): boolean =>
  /^[\p{L}\p{N}\s'’%，,-]+$/u.test(piece.replace(/(?<=\d)\.(?=\d)/g, '')) &&
  !/\d{5,}/.test(piece.replace(/[\s-]/g, ''));

/** A piece that the tension reading took for an insult or a shout is not repeated. */
const heated = (piece: string, reading: Reading): boolean =>
  reading.reasons.some(
    ({ text, weight }) => weight >= INSULT && text !== '' && piece.toLowerCase().includes(text),
  ) || /\p{Lu}{4,}/u.test(piece);

const stated = (reading: Reading): readonly string[] =>
  [reading.slots.how, reading.slots.what].filter((text) => text !== undefined);

/** "They promised it today" says little without "and it never came": the next clause goes along where both fit. */
const withTheNext = (text: string, piece: string, reading: Reading): string => {
  if (reading.cause?.sub !== 'broken-promise') return piece;
  const [, mark = '', next = ''] =
    /^([,，]\s*)([^\n,，。.!！?？;；、…~～:：]+)/u.exec(text.slice(text.indexOf(piece) + piece.length)) ?? [];
  const both = `${piece}${mark}${next.trimEnd()}`;
  return next !== '' && fits(both) && harmless(both) && !heated(next, reading) ? both : piece;
};

export const ownWords = (text: string, reading: Reading): string | undefined => {
  const pieces = text
    .split(BREAKS)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .toSorted((a, b) => b.length - a.length);
  const quotable = (piece: string | undefined): piece is string =>
    piece !== undefined && fits(piece) && harmless(piece) && !heated(piece, reading);
  const telling = stated(reading)
    .map((fact) => pieces.filter(quotable).find((piece) => piece.includes(fact)))
    .find((piece) => piece !== undefined);
  // An outcry is short; what happened takes more words. Where those cannot be quoted, nothing beside them is.
  const [longest] = pieces;
  const chosen = telling ?? (quotable(longest) ? longest : undefined);
  return chosen && withTheNext(text, chosen, reading);
};
