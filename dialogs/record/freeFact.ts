/** What an answer in the customer's own words is worth for the field that was asked for. */
import type { FactField, Facts } from '../../src/domain/facts.ts';
import type { Locale } from '../../src/domain/reading.ts';
import type { Reading } from '../../src/ports/understanding.ts';

/** Longest answer that can be a value of the field; a longer one is a story, not an answer. */
const LONGEST: Partial<Record<FactField, number>> = {
  when: 40,
  where: 60,
  who: 60,
  what: 80,
  product: 80,
  how: 500,
  order: 40,
  spec: 80,
  batch: 40,
  boughtOn: 40,
  usedHow: 200,
  name: 40,
  phone: 60,
};
/** English needs about twice the letters. */
const ROOM: Readonly<Record<Locale, number>> = { 'zh-CN': 1, 'zh-TW': 1, en: 2 };

const NO_ANSWER: readonly Reading['intent'][] = [
  'greeting',
  'abuse',
  'question',
  'status',
  'cancel',
  'go-on',
  'yes',
  'thanks',
];
/** Asked for a time, a place, a person or a number, whoever complains or refuses says something else. */
const PRECISE: readonly FactField[] = ['when', 'where', 'who', 'order', 'batch', 'boughtOn', 'phone', 'name'];
const REMARKS: readonly Reading['intent'][] = ['complaint', 'no', 'suggestion', 'human', 'danger'];

const isRemark = (field: FactField, { intent, cause }: Reading): boolean =>
  PRECISE.includes(field) && (cause !== undefined || REMARKS.includes(intent));

/** A bare figure is none of these: it belongs to a choice or a score. */
const IN_LETTERS: readonly FactField[] = ['what', 'product', 'who', 'name'];

const plausible = (field: FactField, text: string): boolean => {
  if (field === 'order' || field === 'batch') return /\d/.test(text);
  if (field === 'phone') return text.replace(/\D/g, '').length >= 6 || /\S@\S+\.\S/.test(text);
  return /\p{L}/u.test(text) || (!IN_LETTERS.includes(field) && /\p{N}/u.test(text));
};

export const freeFact = (
  field: FactField,
  text: string,
  reading: Reading,
  locale: Locale,
): Facts[FactField] | undefined => {
  const longest = (LONGEST[field] ?? 0) * ROOM[locale];
  if (text.length > longest || NO_ANSWER.includes(reading.intent) || isRemark(field, reading))
    return undefined;
  if (!plausible(field, text.normalize('NFKC'))) return undefined;
  return field === 'when' ? { text } : text;
};
