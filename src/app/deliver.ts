/** Sends what the outbox holds for other channels: in order within a conversation, with retry, never under a stale epoch. */
import { type Instant, instant, millis } from '../domain/instant.ts';
import type { Line } from '../domain/transcript.ts';
import type { Delivery } from '../ports/conversationStore.ts';
import type { ChannelSender } from '../ports/sender.ts';
import type { Deps } from './deps.ts';

type DeliveryDeps = Pick<Deps, 'clock' | 'conversations' | 'log' | 'outbox' | 'transcript'>;
type Due = Delivery & { readonly attempts: number };

/** Longer than any single attempt may take, so that nobody else sends the same line meanwhile. */
const LEASE_MS = 2 * 60_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** A line that could not be handed over for a day would only confuse. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

export interface Delivered {
  readonly sent: number;
  /** The holder changed after the line was written. */
  readonly stale: number;
  /** To be tried again, now or because an earlier line of the conversation waits. */
  readonly waiting: number;
  readonly givenUp: number;
}

const pause = (attempts: number, atLeast = 0): number =>
  Math.max(atLeast, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 20)));

type Outcome = 'sent' | 'stale' | 'givenUp' | { readonly waitUntil: Instant };

const giveUp = async (deps: DeliveryDeps, due: Due, why: string): Promise<'givenUp'> => {
  await deps.outbox.failed(due.id, null, why);
  deps.log.warn({ deliveryId: due.id, conversationId: due.conversationId, why }, 'a delivery was given up');
  return 'givenUp';
};

/** The last step before the network: what is sent here must be due to be said now. */
const sendOne = async (deps: DeliveryDeps, sender: ChannelSender, due: Due): Promise<Outcome> => {
  const conversation = await deps.conversations.load(due.conversationId);
  const line: Line | undefined = await deps.transcript.byId(due.lineId);
  if (!conversation?.reference || !line) return giveUp(deps, due, 'the conversation is gone');
  const sameCase = line.caseId !== undefined && line.caseId === conversation.case?.id;
  if (sameCase && due.epoch !== undefined && due.epoch !== conversation.case?.epoch) {
    await deps.outbox.failed(due.id, null, 'stale-epoch');
    deps.log.info({ deliveryId: due.id, conversationId: due.conversationId }, 'a stale delivery was dropped');
    return 'stale';
  }
  const result = await sender.send(conversation.reference, line);
  if (result.sent) {
    await deps.outbox.delivered(due.id);
    return 'sent';
  }
  const now = millis(deps.clock.now());
  if (!result.again || now - millis(line.at) > GIVE_UP_AFTER_MS) return giveUp(deps, due, result.error);
  const waitUntil = instant(now + pause(due.attempts, result.afterMs));
  await deps.outbox.failed(due.id, waitUntil, result.error);
  deps.log.warn(
    { deliveryId: due.id, conversationId: due.conversationId, attempts: due.attempts + 1, why: result.error },
    'a delivery failed and is tried again',
  );
  return { waitUntil };
};

/** Once a line has to wait, the later ones of its conversation wait with it. */
const sendInOrder = async (
  deps: DeliveryDeps,
  sender: ChannelSender,
  list: readonly Due[],
): Promise<readonly (keyof Delivered)[]> => {
  const outcomes: (keyof Delivered)[] = [];
  let waitUntil: Instant | undefined;
  for (const due of list) {
    if (waitUntil === undefined) {
      const outcome = await sendOne(deps, sender, due);
      if (typeof outcome === 'object') waitUntil = outcome.waitUntil;
      outcomes.push(typeof outcome === 'object' ? 'waiting' : outcome);
    } else {
      await deps.outbox.failed(due.id, waitUntil, 'an earlier line waits');
      outcomes.push('waiting');
    }
  }
  return outcomes;
};

/** One round over what is due now. Conversations do not wait for each other. */
export const deliver = async (
  deps: DeliveryDeps,
  sender: ChannelSender,
  limit = 50,
): Promise<Delivered & { readonly due: number }> => {
  const now = deps.clock.now();
  const due = await deps.outbox.undelivered(now, instant(millis(now) + LEASE_MS), limit);
  const lists = [...Map.groupBy(due, (one) => one.conversationId).values()];
  const outcomes = (await Promise.all(lists.map((list) => sendInOrder(deps, sender, list)))).flat();
  const count = (kind: keyof Delivered) => outcomes.filter((outcome) => outcome === kind).length;
  return {
    due: due.length,
    sent: count('sent'),
    stale: count('stale'),
    waiting: count('waiting'),
    givenUp: count('givenUp'),
  };
};
