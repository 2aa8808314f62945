/** The newest lines of the conversations used last, so that a turn need not parse again what was just said. Bounded. */
import type { Line } from '../../../domain/transcript.ts';

/** Lines without a gap up to the newest of the conversation. */
type Tail = Line[];

export interface LineCache {
  /** After the commit, in the order of the log. */
  added(line: Line): void;
  /** Lines after a position, or undefined when they are not all here. */
  after(conversationId: string, position: number): readonly Line[] | undefined;
  fill(conversationId: string, newest: readonly Line[]): void;
  drop(conversationId: string): void;
}

/** A turn looks 60 lines back. */
export const TAIL = 64;
const MOST = 256;

export const createLineCache = (): LineCache => {
  const tails = new Map<string, Tail>();
  const use = (conversationId: string, tail: Tail): void => {
    tails.delete(conversationId);
    tails.set(conversationId, tail);
    const oldest = tails.size > MOST ? tails.keys().next().value : undefined;
    if (oldest !== undefined) tails.delete(oldest);
  };
  return {
    added: (line) => {
      const tail = tails.get(line.conversationId);
      const expected = (tail?.at(-1)?.seq ?? 0) + 1;
      if (line.seq !== expected) tails.delete(line.conversationId);
      else if (tail) {
        tail.push(line);
        if (tail.length > TAIL * 2) tail.splice(0, TAIL);
      } else use(line.conversationId, [line]);
    },
    after: (conversationId, position) => {
      const tail = tails.get(conversationId);
      const first = tail?.[0]?.seq;
      if (!tail || first === undefined || position < first - 1) return undefined;
      use(conversationId, tail);
      return tail.slice(position - first + 1);
    },
    fill: (conversationId, newest) => {
      if (newest.length > 0) use(conversationId, [...newest]);
    },
    drop: (conversationId) => {
      tails.delete(conversationId);
    },
  };
};
