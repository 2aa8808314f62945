/** Starts the desk with the environment's settings, and stops it gracefully on SIGTERM and SIGINT. */
import { mkdirSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import type { Desk } from './compose.ts';
import { type Config, loadConfig } from './config.ts';
import { Fault } from './domain/fault.ts';
import { createLog, type HttpLog } from './http/log.ts';

/** sysexits.h: a setting is wrong. */
const EX_CONFIG = 78;
const INSISTS_AFTER_MS = 1000;

/** Somebody else listens there, or we may not: no bug of ours, so no stack. */
const isTaken = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  'code' in error &&
  ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(String(error.code));

const told = (fault: Fault): readonly string[] =>
  fault.code === 'config-invalid' && Array.isArray(fault.cause)
    ? fault.cause.map(String)
    : fault.message.replace(/^[\w-]+: /, '').split('\n');

/** One clear line per mistake and nothing else; anything unexpected goes with its stack. */
const giveUp = (error: unknown): never => {
  const known = error instanceof Fault;
  const lines = isTaken(error) ? [`PORT or HOST cannot be used: ${error.message}`] : [error];
  for (const line of known ? told(error) : lines) console.error(line);
  process.exit(known && ['config-invalid', 'policy-invalid'].includes(error.code) ? EX_CONFIG : 1);
};

const settings = (): Config => {
  try {
    return loadConfig();
  } catch (error) {
    return giveUp(error);
  }
};

/** The second start finds the code compiled (a third less time); a folder that cannot be written only costs that. */
const openDesk = async (config: Config, log: HttpLog): Promise<Desk> => {
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  module.enableCompileCache(join(config.DATA_DIR, 'compiled'));
  const { startDesk } = await import('./compose.ts');
  return startDesk(config, log);
};

export const run = async (): Promise<void> => {
  const config = settings();
  const log = createLog(config.LOG_LEVEL);
  const desk = await openDesk(config, log).catch(giveUp);
  let stopping: number | undefined;
  const stop = (signal: string, status = 0): void => {
    // One Ctrl-C may arrive twice (from the terminal and through npm); somebody who insists comes later.
    if (stopping !== undefined && performance.now() - stopping < INSISTS_AFTER_MS) return;
    if (stopping !== undefined) process.exit(1);
    stopping = performance.now();
    log.info({ signal }, 'stopping');
    desk.stop().then(
      () => process.exit(status),
      (error: unknown) => {
        log.error({ error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('uncaughtException', (error) => {
    log.error({ error }, 'uncaught');
    if (stopping === undefined) stop('uncaught', 1);
  });
  console.log(`Chat   ${desk.address}/`);
  console.log(`Desk   ${desk.address}/desk`);
  if (desk.firstSignIn) {
    const { login, password } = desk.firstSignIn;
    console.log(`First sign-in at the desk (shown once): ${login} / ${password}`);
    desk.firstSignInShown();
  }
  // Last: whoever reads this may stop us at once.
  console.log(`Ready  ${desk.address}/readyz`);
};

if (import.meta.main) await run();
