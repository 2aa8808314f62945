/** The desk's API on loopback over memory stores, with a bot that opens a case for each first line and asks for a person. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Deps } from '../../src/app/deps.ts';
import { receiveMessage } from '../../src/app/receiveMessage.ts';
import { startConversation } from '../../src/app/startConversation.ts';
import { systemClock, systemIds } from '../../src/app/systemClock.ts';
import { createTurnQueue } from '../../src/app/turnQueue.ts';
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import { createConsole } from '../../src/desk/console/index.ts';
import { hashPassword } from '../../src/desk/console/passwords.ts';
import type { Role } from '../../src/domain/actor.ts';
import { createLimits } from '../../src/http/limits.ts';
import { createLog } from '../../src/http/log.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { loadPolicy } from '../../src/policy/loadPolicy.ts';
import type { Bot } from '../../src/ports/bot.ts';
import type { CaseSummary } from '../../src/ports/deskApi.ts';
import type { StaffStore } from '../../src/ports/staff.ts';
import type { Reading } from '../../src/ports/understanding.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { createWording } from '../../src/wording/wordings.ts';

const root = join(import.meta.dirname, '..', '..');
export const PASSWORD = 'a password for the tests';

const eagerBot: Bot = {
  answer: async (work) => {
    work.do({
      type: 'openCase',
      caseId: work.newId(),
      number: work.newCaseNumber(),
      conversationId: work.conversation.id,
      kind: 'complaint',
      channel: 'webchat',
      locale: work.locale,
      customer: work.conversation.customer,
      opening: work.line?.text ?? '',
      tension: 0.8,
      emotion: 'angry',
    });
    work.do({ type: 'judgeCase', stance: 'venting' });
    work.do({ type: 'requestHuman', reason: 'asked', told: 'soon' });
  },
  speakFirst: async () => undefined,
};

const reading: Reading = {
  lang: 'en',
  intent: 'inform',
  tension: 0.8,
  reasons: [],
  emotion: 'angry',
  trend: 'steady',
  slots: {},
  corrects: [],
  severity: 'normal',
  needsHuman: false,
};

export interface DeskHouse {
  readonly address: string;
  readonly deps: Deps;
  readonly staff: StaffStore;
  /** Signs somebody in; gives what they can call. */
  person(login: string, role?: Role): Promise<Person>;
  /** A customer complains and waits; resolves with the case as the desk lists it. */
  complaint(text: string): Promise<CaseSummary>;
}

export interface Person {
  readonly cookie: string;
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

const personAt = (address: string, cookie: string): Person => ({
  cookie,
  get: (path) => fetch(`${address}/api/desk/${path}`, { headers: { cookie } }),
  post: (path, body = {}, headers = {}) =>
    fetch(`${address}/api/desk/${path}`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'idempotency-key': systemIds.next().replaceAll(/[^\w-]/g, '0'),
        ...headers,
      },
      body: JSON.stringify(body),
    }),
});

const portsOf = (): Deps => {
  const log = createLog('silent');
  return {
    ...createMemoryStores(),
    bus: createMemoryBus(log),
    clock: systemClock,
    ids: systemIds,
    policy: loadPolicy(join(root, 'policy.yaml'), { timezone: 'Asia/Shanghai' }),
    understanding: { understand: () => reading },
    wording: createWording(join(root, 'locales')),
    bot: eagerBot,
    log,
    turns: createTurnQueue(),
  };
};

export const openDesk = async (): Promise<DeskHouse> => {
  const stores = createMemoryStores();
  const deps: Deps = { ...portsOf(), ...stores };
  const limits = createLimits(1);
  const surroundings = { publicUrl: undefined, trustProxy: 0 };
  const desk = createConsole({
    deps,
    staff: stores.staff,
    limits,
    secret: 'for the tests only',
    surroundings,
  });
  const server = createHttpServer({
    ...surroundings,
    log: createLog('silent'),
    limits,
    wording: deps.wording,
    defaultLocale: 'en',
    stopping: () => false,
  });
  server.mount(desk.routes);
  const { port } = await server.listen(0, '127.0.0.1');
  onTestFinished(async () => {
    desk.close();
    await server.close(0);
  });
  const address = `http://127.0.0.1:${port}`;
  const passwordHash = await hashPassword(PASSWORD);
  const person: DeskHouse['person'] = async (login, role = 'agent') => {
    await stores.staff.save({ id: `staff-${login}`, login, name: login, role, passwordHash });
    const entered = await fetch(`${address}/api/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    return personAt(address, entered.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  };
  const complaint: DeskHouse['complaint'] = async (text) => {
    const id = systemIds.next();
    await startConversation(deps, {
      id,
      channel: 'webchat',
      customer: { id: `${id}-customer`, tier: 'new' },
      locale: 'en',
    });
    const { answered } = await receiveMessage(deps, {
      id: systemIds.next(),
      conversationId: id,
      at: deps.clock.now(),
      from: { kind: 'customer', id: `${id}-customer` },
      text,
      locale: 'en',
    });
    await answered;
    const { cases } = await (await (await person('reader')).get('cases')).json();
    return cases.find(({ opening }: CaseSummary) => opening === text);
  };
  return { address, deps, staff: stores.staff, person, complaint };
};
