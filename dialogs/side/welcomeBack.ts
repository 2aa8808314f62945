/** A customer who comes back after a day or more to an open case is welcomed, and told where it stands. */
import { millis } from '../../src/domain/instant.ts';
import type { Scene } from '../scene.ts';
import { nextDue, statusText } from '../words/caseCard.ts';

const WELCOMED = Symbol('calmdesk.welcomed');
/** Whether this turn has told them already where the case stands. */
export const isWelcomed = ({ dc }: Scene): boolean => dc.context.turnState.get(WELCOMED) === true;

const AWAY = 20 * 3_600_000;

export const welcomeBack = ({ work, memory, dc }: Scene): void => {
  const last = work.earlier.at(-1);
  const current = work.case;
  if (!last || !current || current.status === 'closed') return;
  if (millis(work.now) - millis(last.at) < AWAY) return;
  const due = nextDue(work, current);
  const values = { number: current.number, status: statusText(work, current.status), due: due ?? '' };
  work.say(due ? 'back.welcome-due' : 'back.welcome', { values });
  dc.context.turnState.set(WELCOMED, true);
  if (current.holder.kind === 'queue') memory.waitingTold = current.epoch;
};
