/** The promise keeper: at every tick, does what is due on cases where nobody has done anything (design.md §6, 3 and 4). */
import type { Conversation } from '../domain/conversation.ts';
import { type Duty, dutyOf } from '../domain/duty.ts';
import { instant, millis } from '../domain/instant.ts';
import type { Occasion } from '../ports/bot.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { readsHere } from './tellCustomer.ts';
import { Work } from './work.ts';

/** A case that somebody else's tick has taken up is left alone for so long. */
const LEASE_MS = 60_000;
const MOST = 200;

/** Why the bot speaks; the other duties are done without a word to the customer. */
const OCCASIONS: Readonly<Partial<Record<Duty['kind'], Occasion>>> = {
  'tell-about-promise': 'promise-due',
  'remind-customer': 'silence',
  'call-person': 'silence',
  'ask-satisfaction': 'ask-satisfaction',
  'remind-satisfaction': 'remind-satisfaction',
};

/** Nobody is asked for a score at night. */
const canWait = ({ kind }: Duty): boolean => kind === 'ask-satisfaction' || kind === 'remind-satisfaction';

/** Without a word: the customer of a call or a letter hears from the owner, who is reminded. */
const doQuietly = (work: Work, { kind }: Duty): void => {
  if (kind === 'close') work.do({ type: 'closeCase', reason: 'no-answer' });
  else if (kind === 'ask-satisfaction') work.do({ type: 'askSatisfaction' });
  else if (kind === 'remind-satisfaction') work.do({ type: 'remindCustomer' });
  else if (kind === 'call-person') work.do({ type: 'requestHuman', reason: 'silence', told: '' });
  else work.do({ type: 'nudgeOwner' });
};

/** Undefined when nothing is due any more: the customer or an agent was faster. */
const tick = async (deps: Deps, conversation: Conversation | undefined): Promise<Work | undefined> => {
  const now = deps.clock.now();
  const current = conversation?.case;
  const duty = current && dutyOf(current, now);
  if (!duty || (canWait(duty) && !deps.policy.hours.isOpen(now))) return undefined;
  const origin = `tick:${current.id}:${current.version}`;
  const work = new Work(deps, { conversation, origin, by: { kind: 'clock' }, now });
  const occasion = readsHere(work) ? OCCASIONS[duty.kind] : undefined;
  if (!occasion) doQuietly(work, duty);
  else await deps.bot.speakFirst(work, occasion);
  // The desk hears of a promise in danger as well.
  if (occasion === 'promise-due' && current.holder.kind !== 'bot') work.do({ type: 'nudgeOwner' });
  return work;
};

/** Returns how many conversations were taken up. */
export const keepPromises = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const due = await deps.cases.due(now, instant(millis(now) + LEASE_MS), MOST);
  const keep = (conversationId: string) =>
    deps.turns
      .run(conversationId, () =>
        commitWork(deps, async () => tick(deps, await deps.conversations.load(conversationId))),
      )
      .catch((error: unknown) => {
        deps.log.error({ conversationId, error }, 'what is due could not be done; it is tried again');
      });
  await Promise.all(due.map(keep));
  return due.length;
};
