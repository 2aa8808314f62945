/** The conversations used last, as they are stored, so that a turn need not parse them again. Bounded. */
import type { Conversation } from '../../../domain/conversation.ts';

export interface ConversationCache {
  get(id: string): Conversation | undefined;
  put(conversation: Conversation): void;
  drop(id: string): void;
}

/** Right because one process at a time has the store (lock.ts) and only committed states are put here. */
export const createConversationCache = (most = 512): ConversationCache => {
  const kept = new Map<string, Conversation>();
  const put = (conversation: Conversation): void => {
    kept.delete(conversation.id);
    kept.set(conversation.id, conversation);
    if (kept.size <= most) return;
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      return;
    }
  };
  return {
    get: (id) => {
      const found = kept.get(id);
      if (found) put(found);
      return found;
    },
    put,
    drop: (id) => {
      kept.delete(id);
    },
  };
};
