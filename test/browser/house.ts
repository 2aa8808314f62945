/** The real house for browser tests: `npm start` on loopback with SQLite in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..');
const LOCK = join(tmpdir(), 'calmdesk-pages-are-built');
const STALE_LOCK_MS = 120_000;

export interface House {
  readonly address: string;
  readonly signIn: { readonly login: string; readonly password: string };
  stop(): Promise<void>;
}

/** One start at a time: two of them would build the pages into the same folder. */
const alone = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > STALE_LOCK_MS) rmdirSync(LOCK);
      await pause(100);
    }
  }
  try {
    return await work();
  } finally {
    rmdirSync(LOCK);
  }
};

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part;
      if (/First sign-in[^\n]*\n/.test(said)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`the house did not start:\n${said}`)));
  });

export const openHouse = (settings: Readonly<Record<string, string>> = {}): Promise<House> =>
  alone(async () => {
    const data = mkdtempSync(join(tmpdir(), 'calmdesk-browser-'));
    const env = {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: data,
      LOG_LEVEL: 'warn',
      ...settings,
    };
    const child = spawn(process.execPath, ['src/start.ts'], { cwd: ROOT, env });
    const said = await ready(child);
    const [, address = ''] = /Chat\s+(http\S+)\//.exec(said) ?? [];
    const [, login = '', password = ''] = /First sign-in[^:]*: (\S+) \/ (\S+)/.exec(said) ?? [];
    return {
      address,
      signIn: { login, password },
      stop: async () => {
        if (child.exitCode === null && child.kill()) await once(child, 'exit');
        rmSync(data, { recursive: true, force: true });
      },
    };
  });
