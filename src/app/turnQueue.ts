/** Runs the work of one conversation one after another; different conversations do not wait for each other. */
export interface TurnQueue {
  run<T>(conversationId: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is running or waiting any more. */
  idle(): Promise<void>;
  readonly size: number;
}

export const createTurnQueue = (): TurnQueue => {
  const tails = new Map<string, Promise<unknown>>();
  const run = async <T>(conversationId: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(conversationId) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(conversationId, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(conversationId) === mine) tails.delete(conversationId);
    }
  };
  return {
    run,
    idle: async () => {
      while (tails.size > 0) await Promise.allSettled(tails.values());
    },
    get size() {
      return tails.size;
    },
  };
};
