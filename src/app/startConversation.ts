/** Opens a conversation (once) and lets the bot welcome the customer. */
import type { Conversation } from '../domain/conversation.ts';
import { isRefusal } from '../domain/refusal.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { newConversation, type Start } from './newConversation.ts';
import { Work } from './work.ts';

/** A second start of the same id changes nothing and gives the conversation that is there. */
export const startConversation = (deps: Deps, start: Start): Promise<Conversation> =>
  deps.turns.run(start.id, async () => {
    const there = await deps.conversations.load(start.id);
    if (there) return there;
    const saved = await commitWork(deps, async () => {
      if (await deps.conversations.load(start.id)) return undefined;
      const work = new Work(deps, {
        conversation: newConversation(deps, start),
        origin: `${start.id}:welcome`,
        by: { kind: 'bot' },
        now: deps.clock.now(),
      });
      await deps.bot.speakFirst(work, 'welcome');
      return work;
    });
    if (saved && !isRefusal(saved)) return saved.conversation;
    const conversation = await deps.conversations.load(start.id);
    return conversation ?? newConversation(deps, start);
  });
