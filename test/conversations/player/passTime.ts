/** Lets time pass as it does in the house: whatever falls due on the way is done when it falls due. */
import { keepPromises } from '../../../src/app/keepPromises.ts';
import { publishLeftovers } from '../../../src/app/publishEvents.ts';
import { CASE_STATUSES } from '../../../src/domain/case.ts';
import { type Instant, instant, millis } from '../../../src/domain/instant.ts';
import type { House } from './house.ts';

/** What was not done when it fell due (nobody is asked for a score at night) is looked at again so often. */
const AGAIN_MS = 10 * 60_000;
/** A month of looking again and again: a deadline that never moves is a fault. */
const MOST_ROUNDS = 5_000;

const nextDue = async (house: House): Promise<Instant | undefined> => {
  const cases = await house.deps.cases.list({ statuses: CASE_STATUSES, limit: 200 });
  return cases.flatMap(({ deadline }) => deadline?.dueAt ?? []).toSorted()[0];
};

export const passTime = async (house: House, until: Instant): Promise<void> => {
  const { clock, deps } = house;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const due = await nextDue(house);
    const again = instant(millis(clock.now()) + AGAIN_MS);
    const at = due === undefined || due > clock.now() ? due : again;
    if (at === undefined || at > until) {
      clock.set(until);
      return;
    }
    clock.set(at);
    await keepPromises(deps);
    await deps.turns.idle();
    await publishLeftovers(deps);
  }
  throw new Error('something is due again and again and is never done');
};
