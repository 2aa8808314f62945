/** Lets time pass as it does in the house: whatever falls due on the way is done when it falls due. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { publishLeftovers } from '../../../src/app/publishEvents.ts';
import { CASE_STATUSES } from '../../../src/domain/case.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { House } from './house.ts';

const KEEPER = resolve(import.meta.dirname, '../../../src/app/keepPromises.ts');
/** More rounds than a week of reminders needs: a deadline that never moves is a fault. */
const MOST_ROUNDS = 500;

const keepPromises = async (house: House): Promise<void> => {
  if (!existsSync(KEEPER)) throw new Error('src/app/keepPromises.ts is not there yet');
  const { keepPromises: keep } = await import(KEEPER);
  await keep(house.deps);
  await house.deps.turns.idle();
  await publishLeftovers(house.deps);
};

const nextDue = async (house: House): Promise<Instant | undefined> => {
  const cases = await house.deps.cases.list({ statuses: CASE_STATUSES, limit: 200 });
  return cases.flatMap(({ deadline }) => deadline?.dueAt ?? []).toSorted()[0];
};

export const passTime = async (house: House, until: Instant): Promise<void> => {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const due = await nextDue(house);
    if (due === undefined || due > until) {
      house.clock.set(until);
      return;
    }
    if (due > house.clock.now()) house.clock.set(due);
    await keepPromises(house);
  }
  throw new Error('something is due again and again and is never done');
};
