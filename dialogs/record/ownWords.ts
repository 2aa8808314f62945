/** A short, harmless piece of what the customer wrote, to be given back in the bot's sentence. */
import type { Reading } from '../../src/ports/understanding.ts';

const BREAKS = /[\n,，。.!！?？;；、…~～:：]+/u;
/** Letters: a Chinese clause says in 36 what takes 80 in English. */
const LONGEST = { han: 36, latin: 80 };
const SHORTEST = { han: 4, latin: 8 };

const fits = (piece: string): boolean => {
  const script = /\p{Script=Han}/u.test(piece) ? 'han' : 'latin';
  return piece.length >= SHORTEST[script] && piece.length <= LONGEST[script];
};

/** Letters, digits, spaces and a few marks only: no address, no markup, no number that is personal. */
const harmless = (piece: string): boolean =>
  /^[\p{L}\p{N}\s'’%-]+$/u.test(piece) && !/\d{5,}/.test(piece.replace(/[\s-]/g, ''));

/** A piece that the tension reading took for an insult or a shout is not repeated. */
const heated = (piece: string, reading: Reading): boolean =>
  reading.reasons.some((reason) => reason.weight > 0 && reason.text !== '' && piece.includes(reason.text)) ||
  /\p{Lu}{4,}/u.test(piece);

const stated = (reading: Reading): readonly string[] =>
  [reading.slots.what, reading.slots.how].filter((text) => text !== undefined);

export const ownWords = (text: string, reading: Reading): string | undefined => {
  const pieces = text
    .split(BREAKS)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !heated(piece, reading))
    .toSorted((a, b) => b.length - a.length);
  const quotable = (piece: string | undefined): piece is string =>
    piece !== undefined && fits(piece) && harmless(piece);
  const telling = pieces
    .filter(quotable)
    .find((piece) => stated(reading).some((fact) => piece.includes(fact)));
  // An outcry is short; what happened takes more words. Where those cannot be quoted, nothing beside them is.
  const [longest] = pieces;
  return telling ?? (quotable(longest) ? longest : undefined);
};
