/** A remedy in words: its title with amount or percent, and what it means for the customer. */
import type { Remedy } from '../domain/remedy.ts';
import type { TurnWork } from '../ports/turnWork.ts';

/** An amount of money as the customer would write it. */
const money = (work: TurnWork, { amount = 0, currency }: Remedy): string =>
  new Intl.NumberFormat(work.locale, {
    style: 'currency',
    currency: currency ?? work.policy.currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);

const withTerms = (work: TurnWork, remedy: Remedy, title: string): string => {
  if (remedy.amount) return work.word('remedy.with-amount', { title, amount: money(work, remedy) });
  if (remedy.percent) return work.word('remedy.with-percent', { title, percent: remedy.percent });
  return title;
};

export const remedyTitle = (work: TurnWork, remedy: Remedy): string =>
  withTerms(work, remedy, work.word(`remedy.${remedy.kind}`));

export const remedyDetail = (work: TurnWork, remedy: Remedy): string =>
  remedy.note ?? work.word(`remedy-detail.${remedy.kind}`);
