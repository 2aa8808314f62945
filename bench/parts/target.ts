/** A server under measurement, in a process of its own: the floor or the desk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { cpuMsOf, rssOf } from './usage.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export type TargetName = 'floor' | 'ours';
const SCRIPTS: Readonly<Record<TargetName, string>> = { floor: 'bench/floor/server.ts', ours: 'src/main.ts' };

export interface Target {
  readonly name: TargetName;
  readonly base: string;
  /** From the start of the process to the first good answer of /readyz. */
  readonly readyMs: number;
  /** Resident memory in MiB. */
  rss(): number;
  /** Processor time used so far, in milliseconds: it does not count what other processes take. */
  cpuMs(): number;
  readonly dataDir: string;
  /** Address of the inspector, where it was asked for. */
  readonly inspector: string;
  stop(): Promise<void>;
}

/** The first thing of this look that the server writes; what it writes goes on flowing. */
const addressIn = (stream: Readable, look: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    stream.on('data', (chunk) => {
      if (out.length < 10_000) out += chunk;
      const found = look.exec(out);
      if (found) resolve(found[0]);
    });
    stream.once('end', () => reject(new Error(`the server ended: ${out}`)));
  });

const waitReady = async (base: string): Promise<void> => {
  for (;;) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
  }
};

export interface StartOptions {
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly inspected?: boolean;
  /** Kept after the stop when given. */
  readonly dataDir?: string;
}

export const startTarget = async (name: TargetName, options: StartOptions = {}): Promise<Target> => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'calmdesk-bench-'));
  const began = performance.now();
  const inspect = options.inspected ? ['--inspect=127.0.0.1:0'] : [];
  const flags = [...inspect, ...(options.nodeArguments ?? [])];
  const child = spawn(process.execPath, [...flags, join(ROOT, SCRIPTS[name])], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: dataDir,
      POLICY_FILE: join(ROOT, 'policy.yaml'),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '0',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', options.inspected ? 'pipe' : 'inherit'],
  });
  // Also when the measurement itself fails: nobody else would end it.
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const inspector = child.stderr ? await addressIn(child.stderr, /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/) : '';
  const base = await addressIn(child.stdout ?? Readable.from([]), /http:\/\/127\.0\.0\.1:\d+/);
  await waitReady(base);
  const readyMs = performance.now() - began;
  return {
    name,
    base,
    readyMs,
    dataDir,
    inspector,
    rss: () => rssOf(child.pid),
    cpuMs: () => cpuMsOf(child.pid),
    stop: async () => {
      const over = once(child, 'exit');
      child.kill('SIGTERM');
      await over;
      process.off('exit', orphaned);
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
