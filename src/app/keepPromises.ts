/** The promise keeper: at every tick, does what is due on cases where nobody has done anything (design.md §6, 3 and 4). */
import type { Case, Deadline } from '../domain/case.ts';
import type { Conversation } from '../domain/conversation.ts';
import { instant, millis } from '../domain/instant.ts';
import type { Occasion } from '../ports/bot.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { Work } from './work.ts';

/** A case that somebody else's tick has taken up is left alone for so long. */
const LEASE_MS = 60_000;
const MOST = 200;

/** Why the bot speaks, or what else is done. */
type Deed = Occasion | 'nudge' | 'close' | 'later';

const whenSilent = (current: Case): Deed => {
  if (current.holder.kind === 'bot') return 'silence';
  if (current.awaitingCustomerSince === undefined) return 'nudge';
  return current.reminded === 0 ? 'silence' : 'close';
};

/** Nobody is asked for a score at night. */
const whenSettled = (current: Case, open: boolean): Deed => {
  if (!open) return 'later';
  return current.satisfactionAskedAt ? 'remind-satisfaction' : 'ask-satisfaction';
};

const deedFor = (current: Case, deadline: Deadline, open: boolean): Deed => {
  switch (deadline.kind) {
    case 'promise':
      return 'promise-due';
    case 'follow-up':
      return whenSettled(current, open);
    case 'close':
      return 'close';
    default:
      return whenSilent(current);
  }
};

/** Undefined when nothing is due any more: the customer or an agent was faster. */
const tick = async (deps: Deps, conversation: Conversation | undefined): Promise<Work | undefined> => {
  const now = deps.clock.now();
  const current = conversation?.case;
  if (!conversation || !current?.deadline || current.deadline.dueAt > now) return undefined;
  const deed = deedFor(current, current.deadline, deps.policy.hours.isOpen(now));
  if (deed === 'later') return undefined;
  const origin = `tick:${current.id}:${current.version}`;
  const work = new Work(deps, { conversation, origin, by: { kind: 'clock' }, now });
  if (deed === 'close') work.do({ type: 'closeCase', reason: 'no-answer' });
  else if (deed !== 'nudge') await deps.bot.speakFirst(work, deed);
  // The desk hears of a promise in danger as well; for the rest the new deadline is the reminder.
  if (deed === 'nudge' || (deed === 'promise-due' && current.holder.kind !== 'bot')) {
    work.do({ type: 'nudgeOwner' });
  }
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
