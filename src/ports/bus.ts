/** News for whoever listens in any process. At least once; readers are idempotent by event id or line id. */
import type { CaseEvent } from '../domain/event.ts';
import type { Line, NewLine } from '../domain/transcript.ts';

export type News =
  | { readonly topic: 'line'; readonly line: Line }
  | { readonly topic: 'event'; readonly event: CaseEvent }
  /** Never stored: somebody is typing, a case changed place in the queue, a conversation was erased. */
  | { readonly topic: 'typing'; readonly conversationId: string; readonly from: 'customer' | 'bot' | 'agent' }
  | {
      readonly topic: 'erased';
      readonly conversationId: string;
      /** Last words to the customer; they are kept nowhere. */
      readonly farewell?: readonly NewLine[];
    };

export interface Bus {
  publish(news: News): Promise<void>;
  /** Returns the way to stop listening. A listener that throws harms no other. */
  subscribe<T extends News['topic']>(
    topic: T,
    listener: (news: Extract<News, { topic: T }>) => void,
  ): () => void;
  close(): Promise<void>;
}
