/** The conversation as the page shows it: the desk's lines in order, and after them what is still on its way. */
import { answerOf, type Message, type Speaker } from './message.ts';
import type { Outgoing } from './outbox.ts';

export interface Entry {
  readonly key: string;
  readonly message: Message;
  /** How far a line of the customer has come. */
  readonly delivery?: 'sent' | 'sending' | 'waiting' | 'failed';
  readonly refused?: boolean;
  /** First of a run of lines by the same speaker: the name stands above it. */
  readonly first: boolean;
  /** First of its day (in the reader's time zone): the date stands above it. */
  readonly day: boolean;
}

const dayOf = (at: string): string => new Date(at).toDateString();
const sameSpeaker = (a: Speaker, b: Speaker): boolean => a.kind === b.kind && a.name === b.name;

const messageOfLine = ({ clientId, text, at, value }: Outgoing): Message => ({
  id: clientId,
  clientId,
  speaker: { kind: 'customer' },
  text,
  at,
  quickReplies: [],
  files: [],
  answer: answerOf(value),
});

const DELIVERY = { waiting: 'waiting', sending: 'sending', posted: 'sending', failed: 'failed' } as const;

/** A line that came back counts as sent only when its post was answered too. */
export const entriesOf = (messages: readonly Message[], outbox: readonly Outgoing[]): readonly Entry[] => {
  const onTheWay = new Map(outbox.map((line) => [line.clientId, line]));
  const shown = new Set(messages.map((message) => message.clientId));
  const rest = outbox.filter((line) => !shown.has(line.clientId)).map(messageOfLine);
  let last: Message | undefined;
  return [...messages, ...rest].map((message) => {
    const line = message.clientId ? onTheWay.get(message.clientId) : undefined;
    const day = !last || dayOf(last.at) !== dayOf(message.at);
    const first = day || !last || !sameSpeaker(last.speaker, message.speaker);
    last = message;
    const mine = message.speaker.kind === 'customer';
    return {
      key: message.clientId ?? message.id,
      message,
      first,
      day,
      ...(mine ? { delivery: line ? DELIVERY[line.state] : 'sent' } : {}),
      ...(line?.refused ? { refused: true } : {}),
    };
  });
};

/** Adds or replaces by id; a replay after a reconnect doubles nothing. */
export const withMessage = (messages: readonly Message[], message: Message): readonly Message[] =>
  messages.some(({ id }) => id === message.id) ? messages : [...messages, message];
