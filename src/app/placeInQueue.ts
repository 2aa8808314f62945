/** How many people are helped before this one: the place in the queue, counting from 1. */
import { queueOrder } from '../domain/queueOrder.ts';
import type { Deps } from './deps.ts';

/** Beyond this nobody is told a number; it would not comfort. */
const TOLD_UP_TO = 200;

/** Undefined when the conversation's case does not wait, or waits far back. */
export const placeInQueue = async (
  deps: Pick<Deps, 'cases'>,
  conversationId: string,
): Promise<number | undefined> => {
  const queued = await deps.cases.list({ statuses: ['queued'], limit: TOLD_UP_TO });
  const at = queued.toSorted(queueOrder).findIndex((one) => one.conversationId === conversationId);
  return at < 0 ? undefined : at + 1;
};
