/** Whether a line is a number and nothing else. */
import type { Scene } from '../scene.ts';

const WORDS = 6;
/** As many digits as no hotline has. */
const LONG = 7;

/** Hotlines begin with 1: a room or a seat that does so is not told from them. */
const hasOnlyDigits = (text: string): boolean =>
  /^[\d\s()+./-]+$/.test(text) && (text.replace(/\D/g, '').length >= LONG || /^[02-9]/.test(text));

/** A number that was asked for and hardly a word beside it: an answer, whatever else its digits resemble. */
export const isNumber = ({ reading, text }: Pick<Scene, 'reading' | 'text'>): boolean => {
  if (hasOnlyDigits(text)) return true;
  const { phone, order, amount } = reading?.slots ?? {};
  const numbers = [phone, order, amount?.text].filter((number) => number !== undefined);
  const rest = numbers.reduce((left, number) => left.replace(number, ''), text);
  return numbers.length > 0 && (rest.match(/\p{L}/gu)?.length ?? 0) < WORDS;
};
