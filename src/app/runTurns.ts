/** Answers the customer lines of a conversation that nobody has answered, oldest first, one turn each. */
import type { Conversation } from '../domain/conversation.ts';
import type { Line } from '../domain/transcript.ts';
import { answerLine } from './answerLine.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';

const nextLine = async (deps: Deps, conversation: Conversation): Promise<Line | undefined> => {
  const after = await deps.transcript.read(conversation.id, {
    after: conversation.handled,
    audience: 'public',
  });
  return after.find((line) => line.from.kind === 'customer');
};

export const runTurns = (deps: Deps, conversationId: string): Promise<void> =>
  deps.turns.run(conversationId, async () => {
    for (;;) {
      const turn = await commitWork(deps, async () => {
        const conversation = await deps.conversations.load(conversationId);
        const line = conversation && (await nextLine(deps, conversation));
        return conversation && line ? answerLine(deps, conversation, line) : undefined;
      });
      if (turn === undefined) return;
    }
  });
