/** Hands a line to a channel other than web chat (Teams, Telegram, …), where the conversation's reference says. */
import type { Line } from '../domain/transcript.ts';

export type SendResult =
  | { readonly sent: true }
  | {
      readonly sent: false;
      /** `false`: the channel will never take it (blocked by the customer, conversation gone). */
      readonly again: boolean;
      /** The channel asked for at least this pause. */
      readonly afterMs?: number;
      /** For the log: never what was said. */
      readonly error: string;
    };

export interface ChannelSender {
  /** Never throws for what the network or the channel does. */
  send(reference: unknown, line: Line): Promise<SendResult>;
}
