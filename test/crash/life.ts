/** One life of the real server: `node src/main.ts` on a data directory, until it is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ZONE } from './shopPolicy.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

export interface Life {
  readonly address: string;
  /** Shown by the first life on a data directory only. */
  readonly signIn?: { readonly login: string; readonly password: string };
  /** Resolves when the process is gone. */
  kill(): Promise<void>;
  /** The graceful way; throws when it ends with a fault. */
  stop(): Promise<void>;
}

export interface Birth {
  readonly data: string;
  readonly policyFile: string;
  /** Compiled code is kept here: it makes the next start faster. */
  readonly cache: string;
}

const environment = ({ data, policyFile, cache }: Birth): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_COMPILE_CACHE: cache,
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: data,
  POLICY_FILE: policyFile,
  TIMEZONE: ZONE,
  LOG_LEVEL: 'error',
  RATE_LIMIT_FACTOR: '1000000',
});

/** What the server prints once it listens and has caught up. */
const shownBy = async (child: ChildProcess): Promise<Pick<Life, 'address' | 'signIn'>> => {
  let printed = '';
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const address = /Ready\s+(http:\/\/127\.0\.0\.1:\d+)\//.exec(printed)?.[1];
      const [, login, password] = /shown once\): (\S+) \/ (\S+)\n/.exec(printed) ?? [];
      if (address) resolve({ address, ...(login && password && { signIn: { login, password } }) });
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`ended before it listened (${code ?? signal}): ${printed}`)),
    );
  });
};

const alive = new Set<ChildProcess>();

export const launch = (birth: Birth): ChildProcess => {
  const child = spawn(process.execPath, [MAIN], {
    env: environment(birth),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
};

/** A test that failed leaves no server behind. */
export const killAll = (): void => {
  for (const child of alive) child.kill('SIGKILL');
};

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

export const live = async (birth: Birth): Promise<Life> => {
  const child = launch(birth);
  const shown = await shownBy(child);
  return {
    ...shown,
    kill: async () => {
      child.kill('SIGKILL');
      await gone(child);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone(child);
      if (child.exitCode !== 0) throw new Error(`the stop ended with ${child.exitCode ?? child.signalCode}`);
    },
  };
};
