/** Saves a unit of work in one conditional write and tells the listeners. A conflict is run again from the new state. */
import { anonymousCase } from '../domain/anonymousCase.ts';
import type { Conversation } from '../domain/conversation.ts';
import { Fault } from '../domain/fault.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Line } from '../domain/transcript.ts';
import type { Deps } from './deps.ts';
import { publishEvents } from './publishEvents.ts';
import type { Work } from './work.ts';

const ATTEMPTS = 12;

/**
 * The erasure takes the place of the commit: had the process died before it, the turn is run again and erases then.
 * What the turn said goes out once and is kept nowhere.
 */
const erase = async (deps: Deps, work: Work): Promise<Saved> => {
  const { conversation, lines, events } = work.toCommit();
  const { case: inHand, ...rest } = conversation;
  const anonymous = inHand ? { ...rest, case: anonymousCase(inHand) } : rest;
  await deps.conversations.erase(conversation.id, anonymous);
  await deps.bus.publish({ topic: 'erased', conversationId: conversation.id, farewell: lines });
  for (const event of events) await deps.bus.publish({ topic: 'event', event });
  return { conversation: anonymous, lines: [] };
};

export interface Saved {
  readonly conversation: Conversation;
  readonly lines: readonly Line[];
}

/**
 * `make` builds the work from the newest state and may refuse; it runs again after each conflict, so it must do
 * nothing but call the work. Throws `commit-contended` after 12 conflicts in a row.
 */
export const commitWork = async (
  deps: Deps,
  make: () => Promise<Work | Refusal | undefined>,
): Promise<Saved | Refusal | undefined> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const work = await make();
    if (work === undefined || isRefusal(work)) return work;
    if (work.erasing) return erase(deps, work);
    const change = work.toCommit();
    const result = await deps.conversations.commit(change);
    if (!result.committed) continue;
    for (const line of result.lines) await deps.bus.publish({ topic: 'line', line });
    await publishEvents(deps, change.events);
    return { conversation: result.conversation, lines: result.lines };
  }
  throw new Fault('commit-contended', `${ATTEMPTS} writers in a row were faster`);
};
