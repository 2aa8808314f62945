/** What the page reads off the conversation: who speaks now, what is promised, which cards may still be answered. */
import type { CardAnswer, CardData } from '../../ports/cards.ts';
import type { Message, QuickReply, Speaker } from './message.ts';

export interface Standing {
  readonly speaker: Speaker;
  readonly promise?: CardData['promise'];
  readonly quickReplies: readonly QuickReply[];
  /** Ids of the messages whose card can still be answered. */
  readonly open: ReadonlySet<string>;
  /** Answers given to a card: message id → the answers after it. */
  readonly answers: ReadonlyMap<string, readonly CardAnswer[]>;
}

const ANSWERS: Readonly<Record<string, readonly CardAnswer['action'][]>> = {
  receipt: ['confirm', 'correct'],
  remedies: ['choose', 'refuse'],
  rating: ['rate'],
  language: ['language'],
};

const isDesk = (message: Message): boolean => message.speaker.kind !== 'customer';

/** Quick replies belong to the last thing that was said, unless its card has the same answers as buttons. */
const quickRepliesOf = (messages: readonly Message[]): readonly QuickReply[] => {
  const last = messages.at(-1);
  if (!last || !isDesk(last) || (last.card && last.card.kind in ANSWERS)) return [];
  return last.quickReplies;
};

/** Answers up to the next card of the same kind: that one takes the later ones. */
const answersTo = (messages: readonly Message[], at: number, kind: string): readonly CardAnswer[] => {
  const next = messages.findIndex((one, index) => index > at && one.card?.kind === kind);
  return messages
    .slice(at + 1, next < 0 ? undefined : next)
    .flatMap(({ answer }) => (answer && ANSWERS[kind]?.includes(answer.action) ? [answer] : []));
};

export const standingOf = (messages: readonly Message[]): Standing => {
  const open = new Set<string>();
  const answers = new Map<string, readonly CardAnswer[]>();
  const seen = new Set<string>();
  for (const [at, message] of [...messages.entries()].reverse()) {
    const kind = message.card?.kind;
    if (!kind || !(kind in ANSWERS)) continue;
    answers.set(message.id, answersTo(messages, at, kind));
    if (!seen.has(kind)) open.add(message.id);
    seen.add(kind);
  }
  const speaker = messages.findLast((one) => isDesk(one) && one.speaker.kind !== 'system')?.speaker;
  const promised = messages.findLast(({ card }) => card?.kind === 'promise')?.card;
  return {
    speaker: speaker ?? { kind: 'bot' },
    ...(promised?.kind === 'promise' ? { promise: promised.data } : {}),
    quickReplies: quickRepliesOf(messages),
    open,
    answers,
  };
};
