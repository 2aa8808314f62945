/** Opens a conversation (once) and lets the bot welcome the customer. */
import type { Channel, Customer } from '../domain/case.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Locale } from '../domain/reading.ts';
import { isRefusal } from '../domain/refusal.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { Work } from './work.ts';

export interface Start {
  readonly id: string;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly locale: Locale;
  /** The page or the customer said which language; it is not guessed then. */
  readonly localeChosen?: boolean;
  readonly reference?: unknown;
}

const fresh = (deps: Deps, start: Start): Conversation => ({
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

/** A second start of the same id changes nothing and gives the conversation that is there. */
export const startConversation = (deps: Deps, start: Start): Promise<Conversation> =>
  deps.turns.run(start.id, async () => {
    const there = await deps.conversations.load(start.id);
    if (there) return there;
    const saved = await commitWork(deps, async () => {
      if (await deps.conversations.load(start.id)) return undefined;
      const work = new Work(deps, {
        conversation: fresh(deps, start),
        origin: `${start.id}:welcome`,
        by: { kind: 'bot' },
        now: deps.clock.now(),
      });
      await deps.bot.speakFirst(work, 'welcome');
      return work;
    });
    if (saved && !isRefusal(saved)) return saved.conversation;
    const conversation = await deps.conversations.load(start.id);
    return conversation ?? fresh(deps, start);
  });
