/** A shop on memory stores, with the real sentences and policy, a clock that only the test moves, and a bot of few words. */
import { join } from 'node:path';
import type { Click } from '../../src/app/actOnCase.ts';
import type { Deps } from '../../src/app/deps.ts';
import { receiveMessage } from '../../src/app/receiveMessage.ts';
import { startConversation } from '../../src/app/startConversation.ts';
import { takeCase } from '../../src/app/takeCase.ts';
import { createTurnQueue } from '../../src/app/turnQueue.ts';
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import type { Agent } from '../../src/domain/actor.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseEvent } from '../../src/domain/event.ts';
import { instant, millis } from '../../src/domain/instant.ts';
import type { Severity } from '../../src/domain/reading.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { Line } from '../../src/domain/transcript.ts';
import type { Bot } from '../../src/ports/bot.ts';
import type { Stores } from '../../src/ports/stores.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { createWording } from '../../src/wording/wordings.ts';
import { LI, opening, START } from '../domain/cases.ts';
import { defaultPolicy } from '../policy/defaultPolicy.ts';

const wording = createWording(join(import.meta.dirname, '..', '..', 'locales'));
const policy = defaultPolicy();

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Understands nothing: calm, plain words. What words mean is tested where it is learned. */
const understanding: Deps['understanding'] = {
  understand: ({ lang }) => ({
    lang: lang ?? 'zh-CN',
    intent: 'inform',
    tension: 0.2,
    reasons: [],
    emotion: 'calm',
    trend: 'steady',
    slots: {},
    corrects: [],
    severity: 'normal' satisfies Severity,
    needsHuman: false,
  }),
};

/** Opens a case at the first line and hands over at the word 人工. */
const bot: Bot = {
  answer: async (work: TurnWork) => {
    const { conversation, line } = work;
    if (!work.case || work.case.status === 'closed') {
      work.do({
        ...opening,
        caseId: work.newId(),
        number: work.newCaseNumber(),
        conversationId: conversation.id,
        customer: conversation.customer,
        opening: line?.text ?? '',
      });
    }
    if (!line?.text.includes('人工')) return;
    work.do({ type: 'requestHuman', reason: 'asked', told: '10:30前答复您' });
  },
  speakFirst: async (work, occasion) => {
    if (occasion === 'returned-to-bot') work.say('returned.hello');
  },
};

export interface Shop {
  readonly deps: Deps;
  readonly events: readonly CaseEvent[];
  wait(minutes: number): void;
  now(): string;
  /** A customer writes; resolves when the line is answered. */
  hear(text: string, value?: unknown): Promise<void>;
  case(conversationId?: string): Promise<Case>;
  /** Everything that the customer can read, oldest first. */
  shown(conversationId?: string): Promise<readonly Line[]>;
  last(conversationId?: string): Promise<Line | undefined>;
  /** A click of an agent on the case, with an origin of its own. */
  click(agent?: Agent, conversationId?: string): Promise<Click>;
}

const heldClock = () => {
  let now = START;
  return {
    clock: { now: () => now },
    wait: (minutes: number) => {
      now = instant(millis(now) + minutes * 60_000);
    },
  };
};

const countingIds = (): Deps['ids'] => {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return { next: () => `id-${String(next()).padStart(18, '0')}`, random: (below) => (next() * 7919) % below };
};

const openDeps = (clock: Deps['clock'], stores: Stores): Deps => ({
  ...stores,
  bus: createMemoryBus(quiet),
  clock,
  ids: countingIds(),
  policy,
  understanding,
  wording,
  bot,
  log: quiet,
  turns: createTurnQueue(),
});

export const openShop = (stores = createMemoryStores()): Shop => {
  const { clock, wait } = heldClock();
  const deps = openDeps(clock, stores);
  const events: CaseEvent[] = [];
  deps.bus.subscribe('event', ({ event }) => events.push(event));
  let lines = 0;
  let clicks = 0;
  const find = async (id: string): Promise<Case> => {
    const conversation = await deps.conversations.load(id);
    if (!conversation?.case) throw new Error('no case');
    return conversation.case;
  };
  const shown = (id = 'conv-1') => deps.transcript.read(id, { audience: 'public' });
  return {
    deps,
    events,
    wait,
    now: clock.now,
    hear: async (text, value) => {
      const id = 'conv-1';
      const customer = { id: `cu-${id}`, tier: 'regular' } as const;
      await startConversation(deps, { id, channel: 'webchat', customer, locale: 'zh-CN' });
      lines += 1;
      const line = {
        id: `line-${lines}`,
        conversationId: id,
        at: clock.now(),
        text,
        locale: 'zh-CN',
      } as const;
      const { answered } = await receiveMessage(deps, {
        ...line,
        from: { kind: 'customer', id: customer.id },
        ...(value === undefined ? {} : { value }),
      });
      await answered;
    },
    case: (id = 'conv-1') => find(id),
    shown,
    last: async (id) => (await shown(id)).at(-1),
    click: async (agent = LI, id = 'conv-1') => {
      clicks += 1;
      return { caseId: (await find(id)).id, agent, origin: `click-${clicks}` };
    },
  };
};

/** A shop in which a customer asked for a person and Li took the case. */
export const shopWithLi = async (): Promise<Shop> => {
  const shop = openShop();
  await shop.hear('水壶坏了，转人工');
  done(await takeCase(shop.deps, await shop.click()));
  return shop;
};

/** The case, where a refusal would be a mistake of the test. */
export const done = (result: Case | Refusal): Case => {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result;
};

export const refusalOf = (result: unknown): string => (isRefusal(result) ? result.refused : 'done');
