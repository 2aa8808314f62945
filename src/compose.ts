/** The composition root: picks the drivers, wires ports to edges. Imported only by the start. */
import { join, resolve } from 'node:path';
import { Conversation } from '../dialogs/conversation.ts';
import type { Deps } from './app/deps.ts';
import { createSweeper, type Sweeper } from './app/sweeper.ts';
import { systemClock, systemIds } from './app/systemClock.ts';
import { timeTurns } from './app/timeTurns.ts';
import { createTurnQueue } from './app/turnQueue.ts';
import { createMemoryBus } from './bus/memory/index.ts';
import type { Config } from './config.ts';
import { namedOrigins, secretsOf, surroundingsOf, understandingOf } from './configured.ts';
import { type Channels, openChannels } from './customer/botframework/channels/openChannels.ts';
import { createDialogBot } from './customer/botframework/dialogBot.ts';
import { createDirectLine, type DirectLine } from './customer/directline/index.ts';
import { type FirstSignIn, firstSignIn, firstSignInShown } from './desk/console/firstSignIn.ts';
import { type Console, createConsole } from './desk/console/index.ts';
import { LOCALES } from './domain/reading.ts';
import { healthRoutes } from './http/health.ts';
import { createLimits, type Limits } from './http/limits.ts';
import type { HttpLog } from './http/log.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { openApiRoute } from './http/openapi.ts';
import { createHttpServer, type HttpServer } from './http/server.ts';
import { staticPages } from './http/staticPages.ts';
import { loadPolicy } from './policy/loadPolicy.ts';
import type { Stores } from './ports/stores.ts';
import { openSqliteStores } from './stores/sqlite/index.ts';
import { createWording } from './wording/wordings.ts';

const ROOT = resolve(import.meta.dirname, '..');
const VERSION = '0.1.0';
/** How long a stop waits for requests. */
const GRACE_MS = 10_000;

export interface Desk {
  /** Address that customers use. */
  readonly address: string;
  readonly port: number;
  /** Set until the first person of the desk has been shown their password. */
  readonly firstSignIn: FirstSignIn | undefined;
  /** It was shown: from now on it is kept nowhere. */
  firstSignInShown(): void;
  /** Finishes turns, tells clients to come back, closes the stores. */
  stop(): Promise<void>;
}

interface Parts {
  readonly deps: Deps;
  readonly stores: Stores;
  readonly limits: Limits;
  readonly http: HttpServer;
  readonly directLine: DirectLine;
  readonly channels: Channels | undefined;
  readonly desk: Console;
  readonly metrics: Metrics;
  readonly sweeper: Sweeper;
}

type Phase = 'catching-up' | 'ready' | 'stopping';

const openPorts = (config: Config, log: HttpLog): { deps: Omit<Deps, 'turns'>; stores: Stores } => {
  const wording = createWording(join(ROOT, 'locales'));
  // Before the store is touched: a wrong policy or shop changes nothing.
  const policy = loadPolicy(config.POLICY_FILE, {
    timezone: config.TIMEZONE,
    knowsDepartment: (code) => LOCALES.every((locale) => wording.variants(locale, `department.${code}`) > 0),
  });
  const understanding = understandingOf(config);
  const stores = openSqliteStores(config.DATA_DIR);
  const deps = {
    ...stores,
    bus: createMemoryBus(log),
    clock: systemClock,
    ids: systemIds,
    policy,
    understanding,
    wording,
    bot: createDialogBot(new Conversation()),
    log,
  };
  return { deps, stores };
};

const openDirectLine = (config: Config, deps: Deps, limits: Limits): DirectLine =>
  createDirectLine({
    deps,
    limits,
    secret: secretsOf(config).directLine,
    surroundings: surroundingsOf(config),
    origins: namedOrigins(config),
  });

const openConsole = (config: Config, deps: Deps, stores: Stores, limits: Limits): Console =>
  createConsole({
    deps,
    staff: stores.staff,
    limits,
    secret: secretsOf(config).session,
    surroundings: surroundingsOf(config),
  });

const openBotFramework = (config: Config, deps: Deps, limits: Limits) =>
  openChannels(deps, {
    account: {
      appId: config.MICROSOFT_APP_ID,
      password: config.MICROSOFT_APP_PASSWORD,
      tenantId: config.MICROSOFT_APP_TENANT_ID,
      appType: config.MICROSOFT_APP_TYPE,
    },
    development: config.BOT_FRAMEWORK_DEVELOPMENT,
    defaultLocale: config.DEFAULT_LOCALE,
    limits,
  });

const assemble = async (config: Config, log: HttpLog, phase: () => Phase): Promise<Parts> => {
  const { deps: ports, stores } = openPorts(config, log);
  const queue = createTurnQueue();
  const metrics = createMetrics({
    cases: stores.cases,
    bus: ports.bus,
    turnsRunning: () => queue.size,
    sockets: () => directLine.streams.size,
    deliveries: () => ({ ...channels?.postman.totals }),
  });
  const deps: Deps = { ...ports, turns: timeTurns(queue, metrics.observeTurn) };
  const limits = createLimits(config.RATE_LIMIT_FACTOR);
  const directLine = openDirectLine(config, deps, limits);
  const channels = await openBotFramework(config, deps, limits);
  const http = createHttpServer({
    ...surroundingsOf(config),
    log,
    limits,
    wording: deps.wording,
    defaultLocale: config.DEFAULT_LOCALE,
    origins: namedOrigins(config),
    observe: metrics.observeRequest,
    stopping: () => phase() === 'stopping',
  });
  const sweeper = createSweeper(deps, [{ name: 'deliveries', run: async () => channels?.postman.ring() }]);
  const desk = openConsole(config, deps, stores, limits);
  return { deps, stores, limits, http, directLine, channels, desk, metrics, sweeper };
};

const mount = (config: Config, parts: Parts, phase: () => Phase): void => {
  const { http, directLine, channels, desk, metrics, stores } = parts;
  const isReady = async () => {
    if (phase() !== 'ready') throw new Error(phase());
  };
  http.mount([
    ...healthRoutes({ storage: stores.ping, process: isReady }),
    ...metrics.routes,
    openApiRoute(() => http.routes, VERSION),
    ...directLine.routes,
    ...(channels?.routes ?? []),
    ...desk.routes,
    ...staticPages({ folder: join(ROOT, 'dist', 'web'), framedBy: config.EMBED_ORIGINS }),
  ]);
  http.onUpgrade(directLine.streams.matches, directLine.streams.upgrade);
};

/** Clients first: they come back to whoever serves next. The store last. */
const stop = async ({ deps, stores, http, directLine, channels, desk, sweeper }: Parts): Promise<void> => {
  const closed = http.close(GRACE_MS);
  desk.close();
  await sweeper.stop();
  await directLine.streams.close();
  await closed;
  await deps.turns.idle();
  await channels?.close();
  await deps.bus.close();
  await stores.close();
};

export const startDesk = async (config: Config, log: HttpLog): Promise<Desk> => {
  let phase: Phase = 'catching-up';
  const parts = await assemble(config, log, () => phase);
  mount(config, parts, () => phase);
  const { port } = await parts.http.listen(config.PORT, config.HOST);
  // What a crash left behind is done before we call ourselves ready.
  await parts.sweeper.sweep();
  parts.sweeper.start();
  phase = 'ready';
  const note = join(config.DATA_DIR, 'first-sign-in.json');
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  return {
    address: config.PUBLIC_URL ?? `http://${host}:${port}`,
    port,
    firstSignIn: await firstSignIn(parts.stores.staff, parts.deps.ids, note),
    firstSignInShown: () => firstSignInShown(note),
    stop: () => {
      phase = 'stopping';
      return stop(parts);
    },
  };
};
