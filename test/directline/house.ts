/** A Direct Line on loopback over memory stores, with a bot that answers each line with its echo. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Deps } from '../../src/app/deps.ts';
import { systemIds } from '../../src/app/systemClock.ts';
import { createTurnQueue } from '../../src/app/turnQueue.ts';
import type { Work } from '../../src/app/work.ts';
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import { createDirectLine, type DirectLine } from '../../src/customer/directline/index.ts';
import { instant } from '../../src/domain/instant.ts';
import { createLimits } from '../../src/http/limits.ts';
import { createLog } from '../../src/http/log.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { loadPolicy } from '../../src/policy/loadPolicy.ts';
import type { Bot } from '../../src/ports/bot.ts';
import type { Reading } from '../../src/ports/understanding.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { createWording } from '../../src/wording/wordings.ts';

const root = join(import.meta.dirname, '..', '..');
export const SECRET = 'a secret for the tests only';

/** Says what it heard, with everything beside it that must never reach a customer. */
const echoBot: Bot = {
  answer: async (work) => {
    const { line } = work as Work;
    if (line?.text === 'delete my data') {
      (work as Work).addLine({ kind: 'bot' }, 'all gone');
      work.eraseAfterwards();
      return;
    }
    (work as Work).addLine({ kind: 'bot' }, `echo: ${line?.text}`, {
      key: 'secret.key',
      quickReplies: [
        { title: 'Yes', value: 'Yes' },
        { title: 'A person', value: 'I want a person' },
      ],
    });
  },
  speakFirst: async (work) => (work as Work).addLine({ kind: 'bot' }, 'welcome', { key: 'secret.welcome' }),
};

const calmReading: Reading = {
  lang: 'en',
  intent: 'inform',
  tension: 0,
  reasons: [],
  emotion: 'calm',
  trend: 'steady',
  slots: {},
  corrects: [],
  severity: 'normal',
  needsHuman: false,
};

export interface House {
  readonly deps: Deps;
  readonly directLine: DirectLine;
  /** `http://127.0.0.1:port` */
  readonly address: string;
  readonly domain: string;
  /** Moves the clock on. */
  pass(milliseconds: number): void;
  stopping: boolean;
  post(path: string, body?: unknown, token?: string, headers?: Record<string, string>): Promise<Response>;
  get(path: string, token?: string): Promise<Response>;
  /** A token of the public route. */
  token(locale?: string): Promise<ChatToken>;
  /** A started conversation. */
  conversation(): Promise<ChatToken>;
  /** Sends a text and waits until the bot has answered it. */
  say(to: ChatToken, text: string): Promise<void>;
}

export interface ChatToken {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly expires_in: number;
}

const portsOf = (now: () => number): Deps => {
  const log = createLog('silent');
  return {
    ...createMemoryStores(),
    bus: createMemoryBus(log),
    clock: { now: () => instant(now()) },
    ids: systemIds,
    policy: loadPolicy(join(root, 'policy.yaml'), { timezone: 'Asia/Shanghai' }),
    understanding: { understand: () => calmReading },
    wording: createWording(join(root, 'locales')),
    bot: echoBot,
    log,
    turns: createTurnQueue(),
  };
};

type Serve = Pick<House, 'deps' | 'directLine' | 'stopping'> & { readonly limitFactor: number };

const serve = async (house: Serve): Promise<string> => {
  const { deps, directLine } = house;
  const server = createHttpServer({
    log: createLog('silent'),
    limits: createLimits(house.limitFactor),
    wording: deps.wording,
    defaultLocale: 'en',
    publicUrl: undefined,
    trustProxy: 0,
    stopping: () => house.stopping,
  });
  server.mount(directLine.routes);
  server.onUpgrade(directLine.streams.matches, directLine.streams.upgrade);
  const { port } = await server.listen(0, '127.0.0.1');
  onTestFinished(async () => {
    await directLine.streams.close();
    await server.close(0);
    await deps.turns.idle();
  });
  return `http://127.0.0.1:${port}`;
};

const askers = (address: string): Pick<House, 'post' | 'get'> => ({
  post: (path, body, token, headers = {}) =>
    fetch(address + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  get: (path, token) => fetch(address + path, { headers: token ? { Authorization: `Bearer ${token}` } : {} }),
});

/** Stopped when the test is over. `limitFactor` 0 lifts the limits. */
export const openHouse = async (
  options: { readonly limitFactor?: number; readonly origins?: readonly string[] } = {},
): Promise<House> => {
  let ahead = 0;
  const deps = portsOf(() => Date.now() + ahead);
  const limitFactor = options.limitFactor ?? 1;
  const directLine = createDirectLine({
    deps,
    limits: createLimits(limitFactor),
    secret: SECRET,
    surroundings: { publicUrl: undefined, trustProxy: 0 },
    origins: options.origins ?? [],
  });
  const state = { deps, directLine, stopping: false, limitFactor };
  const address = await serve(state);
  const { post, get } = askers(address);
  const token: House['token'] = async (locale) =>
    (await (await post('/api/chat/token', locale ? { locale } : {})).json()) as ChatToken;
  return Object.assign(state, {
    address,
    domain: `${address}/v3/directline`,
    pass: (milliseconds: number) => {
      ahead += milliseconds;
    },
    post,
    get,
    token,
    conversation: async () => {
      const given = await token();
      await post('/v3/directline/conversations', {}, given.token);
      return given;
    },
    say: async (to: ChatToken, text: string) => {
      const path = `/v3/directline/conversations/${to.conversationId}/activities`;
      await post(path, { type: 'message', text }, to.token);
      await deps.turns.idle();
    },
  });
};
