/** A sentence for the customer from the desk: said where they can read it, only worded for the record where they cannot. */
import type { Channel } from '../domain/case.ts';
import type { AnyCard } from '../ports/cards.ts';
import type { SayOptions } from '../ports/turnWork.ts';
import type { Work } from './work.ts';

/** Customers of the other channels are told by whoever holds the telephone, the pen or the hand. */
const READS_HERE: readonly Channel[] = ['webchat', 'messaging'];

export const readsHere = (work: Work): boolean =>
  READS_HERE.includes(work.case?.channel ?? work.conversation.channel);

/** Gives the sentence. */
export const tellCustomer = (
  work: Work,
  key: string,
  values: NonNullable<SayOptions['values']>,
  card?: AnyCard,
): string => (readsHere(work) ? work.say(key, { values, ...(card && { card }) }) : work.word(key, values));
