/** The same talk in a house where nothing ever crashes: what it must come to, and how many answers come by when. */
import { join } from 'node:path';
import { Conversation } from '../../dialogs/conversation.ts';
import type { Deps } from '../../src/app/deps.ts';
import { receiveMessage } from '../../src/app/receiveMessage.ts';
import { replyAsAgent } from '../../src/app/replyAsAgent.ts';
import { resolveCase } from '../../src/app/resolveCase.ts';
import { startConversation } from '../../src/app/startConversation.ts';
import { systemClock, systemIds } from '../../src/app/systemClock.ts';
import { takeCase } from '../../src/app/takeCase.ts';
import { createTurnQueue } from '../../src/app/turnQueue.ts';
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import { createDialogBot } from '../../src/customer/botframework/dialogBot.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Line } from '../../src/domain/transcript.ts';
import { createUnderstanding } from '../../src/nlu/index.ts';
import { loadPolicy } from '../../src/policy/loadPolicy.ts';
import { remediesCard } from '../../src/ports/cards.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { createWording } from '../../src/wording/wordings.ts';
import { recordOf } from './record.ts';
import { ZONE } from './shopPolicy.ts';
import type { Talk } from './talks.ts';

const LOUD = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts: unknown, message: string) => {
    throw new Error(`${message}: ${JSON.stringify(facts)}`);
  },
};

export const undisturbedHouse = (policyFile: string): Deps => ({
  ...createMemoryStores(),
  bus: createMemoryBus(LOUD),
  clock: systemClock,
  ids: systemIds,
  policy: loadPolicy(policyFile, { timezone: ZONE }),
  understanding: createUnderstanding({ timezone: ZONE }),
  wording: createWording(join(import.meta.dirname, '..', '..', 'locales')),
  bot: createDialogBot(new Conversation()),
  log: LOUD,
  turns: createTurnQueue(),
});

const offeredIn = (lines: readonly Line[]): readonly string[] => {
  const card = lines.findLast((line) => line.card?.kind === 'remedies')?.card;
  return remediesCard.safeParse(card?.data).data?.options.map(({ offerId }) => offerId) ?? [];
};

/** As the desk's routes do it; the first person of a desk is its manager. */
const settle = async (deps: Deps, id: string, { desk }: Talk): Promise<void> => {
  const caseId = (await deps.conversations.load(id))?.case?.id;
  if (!desk || !caseId) return;
  const agent = { kind: 'agent', id: deps.ids.next(), name: 'Admin', role: 'manager' } as const;
  const click = () => ({ caseId, agent, origin: `desk-${deps.ids.next()}x` });
  const taken = await takeCase(deps, click());
  if (isRefusal(taken)) throw new Error(taken.refused);
  for (const text of desk) await replyAsAgent(deps, { ...click(), text, epoch: taken.epoch });
  const settled = await resolveCase(deps, { ...click(), result: 'ok' });
  if (isRefusal(settled)) throw new Error(settled.refused);
};

export interface Outcome {
  readonly record: unknown;
  /** Answers of the bot before each step, and at the end. */
  readonly answers: readonly number[];
}

export const undisturbed = async (deps: Deps, talk: Talk): Promise<Outcome> => {
  const id = deps.ids.next();
  const customer = { id: `dl_${deps.ids.next()}`, tier: 'new' } as const;
  await startConversation(deps, { id, channel: 'webchat', customer, locale: talk.locale });
  const read = () => deps.transcript.read(id, { audience: 'public' });
  const count = async () => (await read()).filter(({ from }) => from.kind !== 'customer').length;
  const answers = [await count()];
  for (const [index, step] of talk.steps.entries()) {
    const { answered } = await receiveMessage(deps, {
      ...step(offeredIn(await read())),
      id: deps.ids.next(),
      conversationId: id,
      at: deps.clock.now(),
      from: { kind: 'customer', id: customer.id },
      locale: talk.locale,
      clientId: `${id}-${index}`,
    });
    await answered;
    answers.push(await count());
  }
  await settle(deps, id, talk);
  const conversation = await deps.conversations.load(id);
  if (!conversation) throw new Error('the conversation is gone');
  return { record: recordOf(conversation, await read()), answers };
};
