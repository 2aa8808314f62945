/** Whether a line is a number and nothing else. */
import type { Scene } from '../scene.ts';

const WORDS = 6;

/** Hotlines and emergency numbers: whoever writes nothing else may mean them. */
const HOTLINE = /^1(?:[12]\d|2\d{3})$/;

const hasOnlyDigits = (text: string): boolean =>
  /^[\d\s()+./-]+$/.test(text) && !HOTLINE.test(text.replace(/\D/g, ''));

/** A number that was asked for and hardly a word beside it: an answer, whatever else its digits resemble. */
export const isNumber = ({ reading, text }: Pick<Scene, 'reading' | 'text'>): boolean => {
  if (hasOnlyDigits(text)) return true;
  const { phone, order, amount } = reading?.slots ?? {};
  const numbers = [phone, order, amount?.text].filter((number) => number !== undefined);
  const rest = numbers.reduce((left, number) => left.replace(number, ''), text);
  return numbers.length > 0 && (rest.match(/\p{L}/gu)?.length ?? 0) < WORDS;
};
