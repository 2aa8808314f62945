/** A server that is killed again and again while customers talk, and started again on the same data. */

import { type Heard, playTalk } from './customer.ts';
import { type Birth, type Life, launch, live } from './life.ts';
import type { Chance } from './seeded.ts';
import type { Server } from './server.ts';
import type { Talk } from './talks.ts';
import type { Outcome } from './undisturbed.ts';

/** Conversations that go on at the same time. */
const AT_ONCE = 10;
/** A life ends after so many acknowledgements at most, and then within so many milliseconds: anywhere in a turn. */
const MOST_ACKNOWLEDGED = 18;
const LAST_MS = 12;
/** Of so many lives one is ended before it listens: recovery must survive a crash too. */
const ONE_IN = 12;
const START_MS = 2500;

/** Counts acknowledgements down. */
const countdown = () => {
  let left = 0;
  let reached = () => {};
  return {
    /** Resolves after so many. */
    after: (count: number) =>
      new Promise<void>((resolve) => {
        left = count;
        reached = resolve;
      }),
    count: () => {
      left -= 1;
      if (left === 0) reached();
    },
  };
};

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface Mortal {
  readonly heard: readonly Heard[];
  readonly kills: number;
}

export const mortality = async (
  birth: Birth,
  cookie: string,
  kills: number,
  chance: Chance,
  talks: readonly { readonly talk: Talk; readonly outcome: Outcome }[],
): Promise<Mortal> => {
  let up = Promise.withResolvers<string>();
  let dying = true;
  const enough = countdown();
  const server: Server = { cookie, where: () => up.promise, acknowledged: enough.count };
  const heard: Heard[] = [];

  const talking = async (): Promise<void> => {
    while (dying) {
      const { talk, outcome } = talks[chance(talks.length)] ?? {};
      if (!talk || !outcome) return;
      heard.push(await playTalk(server, talk, outcome.answers));
    }
  };

  const stillborn = async (): Promise<void> => {
    const child = launch(birth);
    await wait(chance(START_MS));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => child.once('exit', resolve));
    }
  };

  const oneLife = async (): Promise<Life> => {
    if (chance(ONE_IN) === 0) await stillborn();
    const life = await live(birth);
    up.resolve(life.address);
    return life;
  };

  const dieAndDie = async (): Promise<void> => {
    for (let killed = 0; killed < kills && dying; killed += 1) {
      const reached = enough.after(1 + chance(MOST_ACKNOWLEDGED));
      const life = await oneLife();
      await reached;
      await wait(chance(LAST_MS));
      up = Promise.withResolvers();
      await life.kill();
    }
    dying = false;
  };

  const customers = Promise.all(Array.from({ length: AT_ONCE }, talking));
  // Whoever fails first ends the test: customers of a dead server would wait for ever.
  await Promise.race([dieAndDie(), customers]).catch((error: unknown) => {
    dying = false;
    throw error;
  });
  const last = await live(birth);
  up.resolve(last.address);
  await customers;
  await last.stop();
  return { heard, kills };
};
