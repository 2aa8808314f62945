/** Case numbers: short, speakable in every language, no hint of how many there are. */
import type { Ids } from '../ports/clock.ts';

/** Luhn: catches one wrong digit and most swapped neighbours, so that a misheard number is not another case. */
const checkDigit = (digits: string): number => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
};

/** `C4821-7306`: seven random digits and a check digit. */
export const caseNumber = (ids: Ids): string => {
  const digits = String(ids.random(10_000_000)).padStart(7, '0');
  return `C${digits.slice(0, 4)}-${digits.slice(4)}${checkDigit(digits)}`;
};

/** The case number that a text names, in its written form; spaces and dashes do not matter. */
export const findCaseNumber = (text: string): string | undefined => {
  for (const match of text
    .normalize('NFKC')
    .matchAll(/(?<![\dA-Za-z])C?[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/gi)) {
    const digits = `${match[1]}${match[2]}`;
    if (checkDigit(digits.slice(0, 7)) === Number(digits[7])) return `C${match[1]}-${match[2]}`;
  }
  return undefined;
};
