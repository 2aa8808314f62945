/** A conversation as it is before anything was said. */
import type { Channel, Customer } from '../domain/case.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Locale } from '../domain/reading.ts';
import type { Deps } from './deps.ts';

export interface Start {
  readonly id: string;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly locale: Locale;
  /** The page or the customer said which language; it is not guessed then. */
  readonly localeChosen?: boolean;
  readonly reference?: unknown;
}

export const newConversation = (deps: Pick<Deps, 'clock'>, start: Start): Conversation => ({
  id: start.id,
  version: 0,
  channel: start.channel,
  customer: start.customer,
  locale: start.locale,
  localeChosen: start.localeChosen ?? false,
  startedAt: deps.clock.now(),
  handled: 0,
  dialog: undefined,
  ...(start.reference === undefined ? {} : { reference: start.reference }),
  failures: 0,
  said: [],
});
