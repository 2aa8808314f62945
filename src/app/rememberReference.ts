/** Notes where a conversation's messages go now: channels move, and an old address would lose the reply. */
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { Work } from './work.ts';

export const rememberReference = async (deps: Deps, id: string, reference: unknown): Promise<void> => {
  await deps.turns.run(id, () =>
    commitWork(deps, async () => {
      const conversation = await deps.conversations.load(id);
      if (!conversation || JSON.stringify(conversation.reference) === JSON.stringify(reference))
        return undefined;
      const work = new Work(deps, {
        conversation,
        origin: `${id}:reference`,
        by: { kind: 'bot' },
        now: deps.clock.now(),
      });
      work.set({ reference });
      return work;
    }),
  );
};
