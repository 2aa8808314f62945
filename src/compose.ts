/** The composition root: picks the drivers, wires ports to edges. Imported only by the start. */
import { join, resolve } from 'node:path';
import { Conversation } from '../dialogs/conversation.ts';
import type { Deps } from './app/deps.ts';
import { createSweeper } from './app/sweeper.ts';
import { systemClock, systemIds } from './app/systemClock.ts';
import { createTurnQueue } from './app/turnQueue.ts';
import { createMemoryBus } from './bus/memory/index.ts';
import type { Config } from './config.ts';
import { openChannels } from './customer/botframework/channels/openChannels.ts';
import { createDialogBot } from './customer/botframework/dialogBot.ts';
import { createDirectLine } from './customer/directline/index.ts';
import { healthRoutes } from './http/health.ts';
import { createLimits } from './http/limits.ts';
import type { HttpLog } from './http/log.ts';
import { openApiRoute } from './http/openapi.ts';
import { createHttpServer } from './http/server.ts';
import { staticPages } from './http/staticPages.ts';
import { keptSecrets } from './keptSecrets.ts';
import { createUnderstanding } from './nlu/index.ts';
import { loadPolicy } from './policy/loadPolicy.ts';
import type { Stores } from './ports/stores.ts';
import { openSqliteStores } from './stores/sqlite/index.ts';
import { createWording } from './wording/wordings.ts';

const ROOT = resolve(import.meta.dirname, '..');
export const PAGES = join(ROOT, 'dist', 'web');
/** How long a stop waits for requests and turns. */
const GRACE_MS = 10_000;

export interface Desk {
  /** Address that it listens on. */
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

const portsOf = (config: Config, log: HttpLog, stores: Stores): Deps => ({
  ...stores,
  bus: createMemoryBus(log),
  clock: systemClock,
  ids: systemIds,
  policy: loadPolicy(config.POLICY_FILE, { timezone: config.TIMEZONE }),
  understanding: createUnderstanding({ timezone: config.TIMEZONE }),
  wording: createWording(join(ROOT, 'locales')),
  bot: createDialogBot(new Conversation()),
  log,
  turns: createTurnQueue(),
});

export const startDesk = async (config: Config, log: HttpLog): Promise<Desk> => {
  const secrets = keptSecrets(config.DATA_DIR, {
    directLine: config.DIRECTLINE_SECRET,
    session: config.SESSION_SECRET,
  });
  const stores = openSqliteStores(config.DATA_DIR);
  const deps = portsOf(config, log, stores);
  const limits = createLimits(config.RATE_LIMIT_FACTOR);
  const surroundings = { publicUrl: config.PUBLIC_URL, trustProxy: config.TRUST_PROXY };
  let phase: 'catching-up' | 'ready' | 'stopping' = 'catching-up';
  const http = createHttpServer({
    ...surroundings,
    log,
    limits,
    wording: deps.wording,
    defaultLocale: config.DEFAULT_LOCALE,
    stopping: () => phase === 'stopping',
  });
  const directLine = createDirectLine({
    deps,
    limits,
    secret: secrets.directLine,
    surroundings,
    origins: config.EMBED_ORIGINS.filter((origin) => origin !== '*'),
  });
  http.onUpgrade(directLine.streams.matches, directLine.streams.upgrade);
  const channels = await openChannels(deps, {
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
  const sweeper = createSweeper(deps, [{ name: 'deliveries', run: async () => channels?.postman.ring() }]);
  http.mount([
    ...healthRoutes({
      storage: stores.ping,
      process: async () => {
        if (phase !== 'ready') throw new Error(phase);
      },
    }),
    openApiRoute(() => http.routes, '0.1.0'),
    ...directLine.routes,
    ...(channels?.routes ?? []),
    ...staticPages({ folder: PAGES, framedBy: config.EMBED_ORIGINS }),
  ]);
  const { port } = await http.listen(config.PORT, config.HOST);
  await sweeper.sweep();
  sweeper.start();
  phase = 'ready';
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  return {
    address: config.PUBLIC_URL ?? `http://${host}:${port}`,
    port,
    stop: async () => {
      phase = 'stopping';
      await directLine.streams.close();
      await http.close(GRACE_MS);
      await sweeper.stop();
      await deps.turns.idle();
      await channels?.close();
      await deps.bus.close();
      await stores.close();
    },
  };
};
