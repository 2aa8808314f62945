/** A person is to answer: what the customer adds is kept, acknowledged once, and not talked over. */
import { dueText } from '../../src/app/dueText.ts';
import { openPromises } from '../../src/domain/promises.ts';
import type { Scene } from '../scene.ts';

export const waiting = async ({ work, memory }: Scene): Promise<void> => {
  const current = work.case;
  if (!current || memory.waitingTold === current.epoch) return;
  memory.waitingTold = current.epoch;
  const [promise] = openPromises(current).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (!promise) {
    work.say('waiting.heard');
    return;
  }
  const due = dueText(work, promise.dueAt);
  work.say('waiting.promised', { values: { due, number: current.number } });
};
