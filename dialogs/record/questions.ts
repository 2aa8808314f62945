/** Which facts a case still lacks, in the order in which a person would ask for them. */
import type { Case } from '../../src/domain/case.ts';
import type { CauseGroup } from '../../src/domain/cause.ts';
import type { FactField } from '../../src/domain/facts.ts';

const NEEDED: Readonly<Record<CauseGroup, readonly FactField[]>> = {
  product: ['what', 'order', 'when'],
  service: ['who', 'when', 'where'],
  environment: ['where', 'when'],
};
const NEEDED_WITHOUT_CAUSE: readonly FactField[] = ['what', 'when', 'where'];

/** Fields that one sentence can ask for together; the second is dropped while the customer is heated. */
const PAIRS: readonly (readonly [FactField, FactField])[] = [
  ['order', 'when'],
  ['who', 'when'],
  ['when', 'where'],
  ['where', 'when'],
];

const known = (current: Case, field: FactField): boolean =>
  current.facts[field] !== undefined ||
  current.skipped.includes(field) ||
  (field === 'phone' && current.customer.contact !== undefined);

/** The 5W that its cause needs, then the wish, then a way to reach the customer (optional, asked once). */
const missingFields = (current: Case): readonly FactField[] => {
  const needed = current.cause ? NEEDED[current.cause.group] : NEEDED_WITHOUT_CAUSE;
  return [...needed, 'remedy' as const, 'phone' as const].filter((field) => !known(current, field));
};

/** One question: one field, or two that belong together. */
export const nextQuestion = (
  current: Case,
  leaveOut: { readonly single: boolean; readonly wish: boolean },
): readonly FactField[] => {
  const missing = missingFields(current).filter((field) => !(leaveOut.wish && field === 'remedy'));
  const [first, second] = missing;
  if (!first) return [];
  const together = PAIRS.some(([one, other]) => one === first && other === second);
  return together && second && !leaveOut.single ? [first, second] : [first];
};

/** Locale key of the question. */
export const questionKey = (fields: readonly FactField[]): string => `ask.${fields.join('-')}`;
