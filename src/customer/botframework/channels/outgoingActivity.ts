/** A line as every channel can show it: its text, and the choices as buttons where the channel has buttons. */
import { ActionTypes, type Activity, ActivityTypes, type CardAction } from 'botframework-schema';
import type { Line } from '../../../domain/transcript.ts';
import { type AnyCard, CARDS } from '../../../ports/cards.ts';

/** Channels that show suggested actions, and how many; elsewhere a hero card carries the buttons. */
const SUGGESTS: Readonly<Record<string, number>> = {
  telegram: 100,
  facebook: 10,
  line: 13,
  kik: 20,
  emulator: 100,
  directline: 100,
  webchat: 100,
};
/** No channel with cards shows fewer; what is left out is in the text. */
const MOST_CARD_BUTTONS = 3;
const CARD_BUTTONS: Readonly<Record<string, number>> = { msteams: 50, slack: 100, emulator: 100 };

type Choice = { readonly title: string; readonly value?: string; readonly answer?: unknown };

const cardOf = (line: Line): AnyCard | undefined => {
  if (!line.card) return undefined;
  const data = CARDS[line.card.kind].safeParse(line.card.data);
  return data.success ? ({ kind: line.card.kind, data: data.data } as AnyCard) : undefined;
};

/** What a card lets the customer choose; the rest of a card is in the line's text already. */
const choicesOfCard = (card: AnyCard | undefined): readonly Choice[] => {
  if (card?.kind === 'remedies')
    return card.data.options.map(({ offerId, title }) => ({
      title,
      answer: { action: 'choose', offerId },
    }));
  if (card?.kind === 'language')
    return card.data.options.map(({ locale, title }) => ({ title, answer: { action: 'language', locale } }));
  if (card?.kind === 'rating')
    return Array.from({ length: card.data.max }, (_, index) => ({ title: String(index + 1) }));
  return [];
};

const choicesOf = (line: Line): readonly Choice[] => {
  const quick = line.quickReplies ?? [];
  const titles = new Set(quick.map((reply) => reply.title));
  return [...quick, ...choicesOfCard(cardOf(line)).filter((choice) => !titles.has(choice.title))];
};

/** A button sends back words that the customer could have typed; channels that can also send the choice itself. */
const button = ({ title, value, answer }: Choice): CardAction =>
  answer === undefined
    ? { type: ActionTypes.ImBack, title, value: value ?? title }
    : { type: ActionTypes.MessageBack, title, text: title, displayText: title, value: answer };

const named = (line: Line): string => {
  const files = (line.attachments ?? []).map((file) => `[${file.name}]`).join(' ');
  const text = line.from.kind === 'agent' && line.text ? `${line.from.name}: ${line.text}` : line.text;
  return [text, files].filter((part) => part !== '').join('\n\n');
};

export const outgoingActivity = (line: Line, channelId: string): Partial<Activity> => {
  const choices = choicesOf(line);
  const activity: Partial<Activity> = {
    type: ActivityTypes.Message,
    text: named(line),
    textFormat: 'plain',
    locale: line.locale,
    inputHint: 'acceptingInput',
  };
  if (choices.length === 0) return activity;
  const room = SUGGESTS[channelId] ?? 0;
  if (choices.length <= room)
    return { ...activity, suggestedActions: { to: [], actions: choices.map(button) } };
  const buttons = choices.slice(0, CARD_BUTTONS[channelId] ?? MOST_CARD_BUTTONS).map(button);
  return {
    ...activity,
    attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: { buttons } }],
  };
};
