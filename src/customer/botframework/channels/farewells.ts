/** Last words to a customer whose conversation was just erased: its address is gone from the store, and soon from here. */
import type { NewLine } from '../../../domain/transcript.ts';
import type { ChannelSender } from '../../../ports/sender.ts';

/** Whoever asks for the erasure has just written; older addresses need not be known. */
const REMEMBERED = 1000;

export interface Farewells {
  /** Somebody writes from there. */
  heardFrom(conversationId: string, reference: unknown): void;
  /** Sent once, without another try: nothing of it is kept. */
  say(conversationId: string, lines: readonly NewLine[]): Promise<void>;
}

export const createFarewells = (sender: ChannelSender): Farewells => {
  const references = new Map<string, unknown>();
  return {
    heardFrom: (conversationId, reference) => {
      references.delete(conversationId);
      references.set(conversationId, reference);
      const [oldest] = references.keys();
      if (references.size > REMEMBERED && oldest !== undefined) references.delete(oldest);
    },
    say: async (conversationId, lines) => {
      const reference = references.get(conversationId);
      references.delete(conversationId);
      if (reference === undefined) return;
      for (const line of lines)
        if (line.audience === 'public') await sender.send(reference, { ...line, seq: 0 });
    },
  };
};
