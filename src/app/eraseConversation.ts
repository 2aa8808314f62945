/** A customer has everything deleted: the conversation goes with its lines and files; an anonymous case stays. */
import { isRefusal } from '../domain/refusal.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { Work } from './work.ts';

/** False when there is nothing (any more). */
export const eraseConversation = (deps: Deps, conversationId: string): Promise<boolean> =>
  deps.turns.run(conversationId, async () => {
    const saved = await commitWork(deps, async () => {
      const conversation = await deps.conversations.load(conversationId);
      if (!conversation) return undefined;
      const work = new Work(deps, {
        conversation,
        origin: `${conversationId}:erase`,
        by: { kind: 'customer', id: conversation.customer.id },
        now: deps.clock.now(),
      });
      if (work.case && work.case.status !== 'closed') work.do({ type: 'closeCase', reason: 'erased' });
      work.eraseAfterwards();
      return work;
    });
    return saved !== undefined && !isRefusal(saved);
  });
