/** A server that is killed again and again while customers talk, and started again on the same data. */

import { type Heard, playTalk, type Whereabouts } from './customer.ts';
import { type Birth, type Life, launch, live } from './life.ts';
import type { Chance } from './seeded.ts';
import type { Talk } from './talks.ts';
import type { Outcome } from './undisturbed.ts';

/** Conversations that go on at the same time. */
const AT_ONCE = 10;
/** A life is this long at most once it listens: long enough for a few turns of everybody. */
const LONGEST_MS = 150;
/** Of so many lives one is ended before it listens: recovery must survive a crash too. */
const ONE_IN = 12;
const START_MS = 2500;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface Mortal {
  readonly heard: readonly Heard[];
  readonly kills: number;
}

export const mortality = async (
  birth: Birth,
  kills: number,
  chance: Chance,
  talks: readonly { readonly talk: Talk; readonly outcome: Outcome }[],
): Promise<Mortal> => {
  let up = Promise.withResolvers<string>();
  let dying = true;
  const where: Whereabouts = () => up.promise;
  const heard: Heard[] = [];

  const talking = async (): Promise<void> => {
    while (dying) {
      const { talk, outcome } = talks[chance(talks.length)] ?? {};
      if (!talk || !outcome) return;
      heard.push(await playTalk(where, talk, outcome.answers));
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
      const life = await oneLife();
      await wait(chance(LONGEST_MS));
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
