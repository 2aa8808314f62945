/** Keeps one delivery round going at a time: rung by a new line (at once) and by the tick (what is due again). */

import type { ChannelSender } from '../ports/sender.ts';
import { type Delivered, deliver } from './deliver.ts';
import type { Deps } from './deps.ts';

export interface Postman {
  /** Starts a round, or makes the running one look again. */
  ring(): void;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  /** Everything handed over, dropped and given up since the start. */
  readonly totals: Delivered;
}

export const createPostman = (deps: Deps, sender: ChannelSender): Postman => {
  const totals = { sent: 0, stale: 0, waiting: 0, givenUp: 0 };
  let again = false;
  let running: Promise<void> | undefined;
  const rounds = async (): Promise<void> => {
    while (again) {
      again = false;
      const round = await deliver(deps, sender);
      totals.sent += round.sent;
      totals.stale += round.stale;
      totals.givenUp += round.givenUp;
      totals.waiting = round.waiting;
      if (round.due > 0) again = true;
    }
  };
  const start = (): Promise<void> =>
    rounds()
      .catch((error: unknown) => deps.log.error({ error }, 'a delivery round failed; the tick tries again'))
      .finally(() => {
        running = undefined;
      });
  return {
    ring: () => {
      again = true;
      running ??= start();
    },
    idle: async () => {
      while (running) await running;
    },
    totals,
  };
};
