/** The real house around one conversation file: everything but clock, ids and log is what `npm start` uses. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Conversation as RootDialog } from '../../../dialogs/conversation.ts';
import type { Deps } from '../../../src/app/deps.ts';
import { createTurnQueue } from '../../../src/app/turnQueue.ts';
import { createMemoryBus } from '../../../src/bus/memory/index.ts';
import { createDialogBot } from '../../../src/customer/botframework/dialogBot.ts';
import type { CaseEvent } from '../../../src/domain/event.ts';
import type { NewLine } from '../../../src/domain/transcript.ts';
import { createUnderstanding } from '../../../src/nlu/index.ts';
import { loadPolicy } from '../../../src/policy/loadPolicy.ts';
import type { Bot } from '../../../src/ports/bot.ts';
import type { Stores } from '../../../src/ports/stores.ts';
import type { Understanding } from '../../../src/ports/understanding.ts';
import { createMemoryStores } from '../../../src/stores/memory/index.ts';
import { openSqliteStores } from '../../../src/stores/sqlite/index.ts';
import { createWording } from '../../../src/wording/wordings.ts';
import { countingIds, type HeldClock, heldClock, ZONE } from './clock.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

export const DRIVERS = ['memory', 'sqlite'] as const;
export type Driver = (typeof DRIVERS)[number];

export interface House {
  readonly deps: Deps;
  readonly clock: HeldClock;
  readonly stores: Stores;
  readonly events: readonly CaseEvent[];
  /** What conversations were told when they were erased: it goes out once and is kept nowhere. */
  readonly farewells: ReadonlyMap<string, readonly NewLine[]>;
  /** How often the bot answered each line. */
  readonly answers: ReadonlyMap<string, number>;
  /** Faults that were logged and that no file asked for. */
  readonly faults: readonly string[];
  /** The bot throws on that many of the next messages. */
  breakBot(times: number): void;
  /** The reading of the next message throws, as a text might that nobody thought of. */
  breakReading(): void;
  close(): Promise<void>;
}

const wording = createWording(join(ROOT, 'locales'));
const understanding = createUnderstanding({ timezone: ZONE });
const BROKEN = 'the file says that it breaks';
const policy = loadPolicy(join(ROOT, 'policy.yaml'), { timezone: ZONE });

const openStores = async (driver: Driver): Promise<{ stores: Stores; remove: () => Promise<void> }> => {
  if (driver === 'memory') return { stores: createMemoryStores(), remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'calmdesk-chat-'));
  return { stores: openSqliteStores(folder), remove: () => rm(folder, { recursive: true }) };
};

export const openHouse = async (driver: Driver, start: string, seed: string): Promise<House> => {
  const { stores, remove } = await openStores(driver);
  const clock = heldClock(start);
  const events: CaseEvent[] = [];
  const faults: string[] = [];
  const answers = new Map<string, number>();
  const inner = createDialogBot(new RootDialog());
  let breaks = 0;
  let unreadable = false;
  const bot: Bot = {
    speakFirst: (work, occasion) => inner.speakFirst(work, occasion),
    answer: async (work) => {
      const id = work.line?.id ?? '';
      answers.set(id, (answers.get(id) ?? 0) + 1);
      if (breaks > 0) {
        breaks -= 1;
        throw new Error(BROKEN);
      }
      await inner.answer(work);
    },
  };
  const reader: Understanding = {
    understand: (utterance) => {
      const broken = unreadable;
      unreadable = false;
      if (broken) throw new Error(BROKEN);
      return understanding.understand(utterance);
    },
  };
  const bus = createMemoryBus();
  const farewells = new Map<string, readonly NewLine[]>();
  bus.subscribe('event', ({ event }) => events.push(event));
  bus.subscribe('erased', (news) => farewells.set(news.conversationId, news.farewell ?? []));
  const error = (facts: Readonly<Record<string, unknown>>, message: string) => {
    const cause =
      facts.error instanceof Error ? (facts.error.stack ?? '').split('\n').slice(0, 3).join('\n') : '';
    if (!cause.includes(BROKEN)) faults.push(`${message}: ${cause}`);
  };
  const log = { info: () => {}, warn: () => {}, error };
  const turns = createTurnQueue();
  const ids = countingIds(seed);
  const deps: Deps = { ...stores, bus, clock, ids, policy, understanding: reader, wording, bot, log, turns };
  return {
    deps,
    clock,
    stores,
    events,
    farewells,
    answers,
    faults,
    breakBot: (times) => {
      breaks = times;
    },
    breakReading: () => {
      unreadable = true;
    },
    close: async () => {
      await turns.idle();
      await stores.close();
      await remove();
    },
  };
};
