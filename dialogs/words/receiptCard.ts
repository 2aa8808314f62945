/** The receipt: the record as the customer will confirm it, as text and as a card. */

import { dueText } from '../../src/app/dueText.ts';
import type { Case } from '../../src/domain/case.ts';
import { FACT_FIELDS, type FactField, type Facts } from '../../src/domain/facts.ts';
import { openPromises } from '../../src/domain/promises.ts';
import type { AnyCard, CardData } from '../../src/ports/cards.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';

type Row = CardData['receipt']['fields'][number];

/** The five W are always shown, so that the customer can fill in what is missing; the rest when it is known. */
const ALWAYS: readonly FactField[] = ['what', 'how', 'when', 'where', 'who'];
const ORDER: readonly FactField[] = [...ALWAYS, ...FACT_FIELDS.filter((field) => !ALWAYS.includes(field))];
const LONGEST = 300;

const textOf = (work: TurnWork, facts: Facts, field: FactField): string | undefined => {
  if (field === 'when') return facts.when?.text;
  if (field === 'amount') return facts.amount?.text;
  if (field === 'remedy') return facts.remedy && work.word(`wish.${facts.remedy}`);
  return facts[field];
};

const causeText = (work: TurnWork, current: Case): string | undefined =>
  current.cause && work.word(`cause.${current.cause.sub ?? current.cause.group}`);

const row = (work: TurnWork, field: Row['field'], text: string | undefined): Row => ({
  field,
  label: work.word(`field.${field}`),
  text: text ?? work.word('field.missing'),
  ...(text === undefined ? { missing: true } : {}),
});

export const receiptRows = (work: TurnWork, current: Case): readonly Row[] => {
  const facts = { how: current.opening.slice(0, LONGEST), ...current.facts };
  const rows = ORDER.map((field) => [field, textOf(work, facts, field)] as const)
    .filter(([field, text]) => text !== undefined || ALWAYS.includes(field))
    .map(([field, text]) => row(work, field, text));
  return [...rows, row(work, 'cause', causeText(work, current))];
};

const nextDeadline = (work: TurnWork, current: Case): string => {
  const [promised] = openPromises(current).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const { hours, clocks } = work.policy;
  return promised?.dueAt ?? hours.addWorkingMinutes(work.now, clocks.promise['first-answer']);
};

/** Says the record with its card; what is missing is on the card only. */
export const sayReceipt = (
  work: TurnWork,
  current: Case,
  key: string,
  quickReplies: NonNullable<Parameters<TurnWork['say']>[1]>['quickReplies'],
): void => {
  const fields = receiptRows(work, current);
  const at = nextDeadline(work, current);
  const due = dueText(work, at);
  const rows = fields
    .filter(({ missing }) => !missing)
    .map(({ label, text }) => work.word('confirm.row', { label, text }));
  const deadline = { at, text: due };
  const card: AnyCard = { kind: 'receipt', data: { number: current.number, fields: [...fields], deadline } };
  work.say(key, {
    values: { number: current.number, due, rows: rows.join('\n') },
    card,
    ...(quickReplies ? { quickReplies } : {}),
  });
};
