/** Which facts a case still lacks, in the order in which a person would ask for them. */
import type { Case } from '../../src/domain/case.ts';
import type { CauseGroup, SubCause } from '../../src/domain/cause.ts';
import type { FactField } from '../../src/domain/facts.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';
import { isAnybody } from './kindOfWord.ts';

const NEEDED: Readonly<Record<CauseGroup, readonly FactField[]>> = {
  product: ['what', 'order', 'when'],
  service: ['who', 'when', 'where'],
  environment: ['where', 'when'],
};
/** What was ordered, paid or promised is found by its number; who was rude, by the person. */
const ORDERED: readonly FactField[] = ['order', 'when', 'where'];
const NEEDED_BY_SUB: Readonly<Partial<Record<SubCause, readonly FactField[]>>> = {
  'broken-promise': ORDERED,
  'missing-service': ORDERED,
  'after-sales': ORDERED,
  waiting: ['when', 'where'],
  cashier: ['when', 'where'],
  expired: ['what', 'order', 'when', 'batch'],
  quality: ['what', 'order', 'when', 'spec', 'usedHow'],
  incomplete: ['what', 'order', 'when', 'spec'],
};
const NEEDED_WITHOUT_CAUSE: readonly FactField[] = ['what', 'when', 'where'];
/** Details of the goods: asked for once, and not of somebody who is heated. */
const DETAILS: readonly FactField[] = ['batch', 'spec', 'usedHow'];

/** Fields that one sentence can ask for together; the second is dropped while the customer is heated. */
const PAIRS: readonly (readonly [FactField, FactField])[] = [
  ['order', 'when'],
  ['who', 'when'],
  ['when', 'where'],
  ['where', 'when'],
  ['spec', 'usedHow'],
];

type Asking = Pick<TurnWork, 'case' | 'word'>;

/** An order tells the place; a meal or a visit has no model. */
const IMPLIED_BY: Readonly<Partial<Record<FactField, FactField>>> = {
  where: 'order',
  spec: 'where',
  usedHow: 'where',
};

const known = (current: Case, field: FactField, work: Asking): boolean => {
  const { facts, skipped, customer } = current;
  if (skipped.includes(field)) return true;
  if (field === 'who') return facts.who !== undefined && !isAnybody(work, facts.who);
  const other = IMPLIED_BY[field];
  if (other && facts[other] !== undefined) return true;
  return facts[field] !== undefined || (field === 'phone' && customer.contact !== undefined);
};

/** The 5W that its cause needs, then the wish, then a way to reach the customer (optional, asked once). */
const missingFields = (current: Case, work: Asking): readonly FactField[] => {
  const { cause } = current;
  const needed = cause
    ? ((cause.sub && NEEDED_BY_SUB[cause.sub]) ?? NEEDED[cause.group])
    : NEEDED_WITHOUT_CAUSE;
  return [...needed, 'remedy' as const, 'phone' as const].filter((field) => !known(current, field, work));
};

/** Asked for once: whatever the answer is worth, it is not asked for again. */
export const onlyOnce = (field: FactField): boolean =>
  DETAILS.includes(field) || field === 'who' || field === 'order' || field === 'phone';

/** One question: one field, or two that belong together. */
export const nextQuestion = (
  work: Asking,
  leaveOut: { readonly single: boolean; readonly wish: boolean },
): readonly FactField[] => {
  if (!work.case) return [];
  const left: readonly FactField[] = [
    ...(leaveOut.wish ? (['remedy'] as const) : []),
    ...(leaveOut.single ? DETAILS : []),
  ];
  const missing = missingFields(work.case, work).filter((field) => !left.includes(field));
  const [first, second] = missing;
  if (!first) return [];
  const together = PAIRS.some(([one, other]) => one === first && other === second);
  return together && second && !leaveOut.single ? [first, second] : [first];
};

/** Locale key of the question. */
export const questionKey = (fields: readonly FactField[]): string => `ask.${fields.join('-')}`;
