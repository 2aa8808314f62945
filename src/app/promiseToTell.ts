/** A promise as the customer reads it: the sentence, and a card with date and time. */
import type { Instant } from '../domain/instant.ts';
import type { AnyCard } from '../ports/cards.ts';
import { dueText } from './dueText.ts';
import { readsHere, tellCustomer } from './tellCustomer.ts';
import type { Work } from './work.ts';

const cardFor = (work: Work, text: string, dueAt: Instant): AnyCard => ({
  kind: 'promise',
  data: { text, dueAt, dueText: dueText(work, dueAt) },
});

/** The sentence that will be said: commands carry it before it is. */
export const promiseText = (work: Work, key: string, dueAt: Instant, values = {}): string =>
  work.word(key, { ...values, due: dueText(work, dueAt), number: work.case?.number ?? '' });

/** Says it by the house's sentence. */
export const tellPromise = (work: Work, key: string, dueAt: Instant, values = {}): void => {
  const text = promiseText(work, key, dueAt, values);
  const whole = { ...values, due: dueText(work, dueAt), number: work.case?.number ?? '' };
  tellCustomer(work, key, whole, cardFor(work, text, dueAt));
};

/** Says it in the agent's own words. */
export const tellPromiseAs = (
  work: Work,
  agent: { readonly id: string; readonly name: string },
  text: string,
  dueAt: Instant,
): void => {
  if (!readsHere(work)) return;
  work.addLine({ kind: 'agent', id: agent.id, name: agent.name }, text, { card: cardFor(work, text, dueAt) });
};
