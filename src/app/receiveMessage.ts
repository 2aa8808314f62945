/** A customer said something: it is in the transcript when this resolves, and will be answered once. */
import type { Line, NewLine } from '../domain/transcript.ts';
import type { Deps } from './deps.ts';
import { runTurns } from './runTurns.ts';

export type IncomingLine = Omit<NewLine, 'from' | 'audience' | 'key' | 'card' | 'quickReplies'> & {
  readonly from: { readonly kind: 'customer'; readonly id: string };
};

/** `answered` settles when the turns it caused are over; callers need not wait for it. */
export const receiveMessage = async (
  deps: Deps,
  incoming: IncomingLine,
): Promise<{ readonly line: Line; readonly added: boolean; readonly answered: Promise<void> }> => {
  const { line, added } = await deps.transcript.append({ ...incoming, audience: 'public' });
  if (!added) return { line, added, answered: Promise.resolve() };
  await deps.bus.publish({ topic: 'line', line });
  const answered = runTurns(deps, line.conversationId).catch((error: unknown) => {
    deps.log.error(
      { conversationId: line.conversationId, error },
      'turn failed; it is tried again by the sweeper',
    );
  });
  return { line, added, answered };
};
