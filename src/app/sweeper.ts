/** The tick: answers what a crash left unanswered, publishes what it left unpublished, and does what is due. */
import type { Deps } from './deps.ts';
import { keepPromises } from './keepPromises.ts';
import { publishLeftovers } from './publishEvents.ts';
import { runTurns } from './runTurns.ts';

export interface SweepStep {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

export interface Sweeper {
  /** One round; a step that fails is logged and the others go on. */
  sweep(): Promise<void>;
  start(): void;
  /** No further round; resolves when the running one is over. */
  stop(): Promise<void>;
}

const EVERY_MS = 1000;
/** Conversations taken up in one round. */
const MOST = 200;

const answerUnhandled = async (deps: Deps): Promise<void> => {
  const waiting = await deps.cases.unhandled(MOST);
  await Promise.all(
    waiting.map((conversationId) =>
      runTurns(deps, conversationId).catch((error: unknown) => {
        deps.log.error({ conversationId, error }, 'an unanswered line could not be answered');
      }),
    ),
  );
};

export const createSweeper = (deps: Deps, more: readonly SweepStep[] = [], everyMs = EVERY_MS): Sweeper => {
  const steps: readonly SweepStep[] = [
    { name: 'unhandled', run: () => answerUnhandled(deps) },
    { name: 'leftovers', run: () => publishLeftovers(deps) },
    { name: 'promises', run: () => keepPromises(deps) },
    ...more,
  ];
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async (): Promise<void> => {
    for (const { name, run } of steps) {
      try {
        await run();
      } catch (error) {
        deps.log.error({ step: name, error }, 'a step of the sweep failed');
      }
    }
  };
  const sweep = (): Promise<void> => {
    running = running.then(round);
    return running;
  };
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => void sweep().then(next), everyMs);
    timer.unref();
  };
  return {
    sweep,
    start: next,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
