/** A turn queue that tells how long each piece of work took, from its place in the queue to its end. */
import type { TurnQueue } from './turnQueue.ts';

export const timeTurns = (
  queue: TurnQueue,
  observe: (seconds: number, failed: boolean) => void,
): TurnQueue => ({
  run: async (conversationId, work) => {
    const began = performance.now();
    let failed = true;
    try {
      const result = await queue.run(conversationId, work);
      failed = false;
      return result;
    } finally {
      observe((performance.now() - began) / 1000, failed);
    }
  },
  idle: () => queue.idle(),
  get size() {
    return queue.size;
  },
});
