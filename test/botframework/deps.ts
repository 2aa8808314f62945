/** What the verbs need, held still: real stores and queue in memory, a clock that is moved by hand, a bot of few words. */
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../src/app/deps.ts';
import { createTurnQueue } from '../../src/app/turnQueue.ts';
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import { instant, millis } from '../../src/domain/instant.ts';
import type { OpeningHours } from '../../src/domain/openingHours.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Bot } from '../../src/ports/bot.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';

const always: OpeningHours = {
  timezone: 'Asia/Shanghai',
  isOpen: () => true,
  addWorkingMinutes: (from, minutes) => instant(millis(from) + minutes * 60_000),
  workingMinutesBetween: (from, to) => (millis(to) - millis(from)) / 60_000,
  nextOpening: (at) => at,
};

const policy: Policy = {
  currency: 'CNY',
  rules: [],
  limits: { bot: 0, agent: 0, supervisor: 0, manager: 0 },
  tierFactor: { key: 1, regular: 1, small: 1, new: 1 },
  neverOffer: [],
  clocks: {
    promise: { 'first-answer': 30, answer: 60, progress: 60, task: 60, 'call-back': 60 } as never,
    updateLeadMinutes: 5,
    silenceMinutes: 60,
    silenceAfterReminderMinutes: 60,
    followUpMinutes: 60,
    followUpReminderMinutes: 60,
    followUpCloseMinutes: 60,
  },
  hours: always,
};

const openCase = (work: TurnWork) =>
  work.do({
    type: 'openCase',
    caseId: work.newId(),
    number: work.newCaseNumber(),
    conversationId: work.conversation.id,
    kind: 'complaint',
    channel: work.conversation.channel,
    locale: work.locale,
    customer: work.conversation.customer,
    opening: work.line?.text ?? '',
    tension: 0.5,
    emotion: 'upset',
  });

const OFFERS = [
  { offerId: 'offer-1', title: 'Money back', detail: 'within three days' },
  { offerId: 'offer-2', title: 'A new kettle', detail: 'by post' },
];

/** Echoes; "delete" has everything deleted, "person" asks for one, "offers" shows a card. */
const bot: Bot = {
  speakFirst: async (work, occasion) => {
    work.say('welcome', { values: { occasion } });
  },
  answer: async (work) => {
    if (!work.case) openCase(work);
    const text = work.line?.text ?? '';
    if (text.includes('delete')) {
      work.say('erase.done');
      work.eraseAfterwards();
    } else if (text.includes('person')) {
      const told = work.say('person');
      work.do({ type: 'requestHuman', reason: 'asked', told });
    } else if (text.includes('offers')) {
      work.say('offers', { card: { kind: 'remedies', data: { options: OFFERS } } });
    } else {
      work.say('heard', { values: { text, files: work.line?.attachments?.length ?? 0 } });
    }
  },
};

const quietLog = { info: () => {}, warn: () => {}, error: () => {} };

export const createDeps = () => {
  const time = { at: '2026-03-02T08:00:00.000Z' };
  const stores = createMemoryStores();
  const deps: Deps = {
    ...stores,
    bus: createMemoryBus(),
    clock: { now: () => time.at },
    ids: {
      next: () => randomBytes(16).toString('base64url').slice(0, 21),
      random: (below) => Math.floor(Math.random() * below),
    },
    policy,
    understanding: {
      understand: () => ({
        lang: 'en',
        intent: 'complaint',
        tension: 0.5,
        reasons: [],
        emotion: 'upset',
        trend: 'steady',
        slots: {},
        corrects: [],
        severity: 'normal',
        needsHuman: false,
      }),
    },
    wording: {
      variants: () => 1,
      text: (_, key, __, values = {}) => [key, ...Object.values(values)].join(' '),
    },
    bot,
    log: quietLog,
    turns: createTurnQueue(),
  };
  return {
    deps,
    /** Moves the clock. */
    later: (ms: number) => {
      time.at = instant(millis(time.at) + ms);
    },
  };
};
