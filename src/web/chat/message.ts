/** What a Direct Line activity means to the page: a message, with card, quick replies, files and who speaks. */
import type { AnyCard, CardAnswer, PageData } from '../../ports/cards.ts';

export interface Speaker {
  readonly kind: 'customer' | 'bot' | 'agent' | 'system';
  readonly name?: string;
}

export interface FileLink {
  readonly name: string;
  readonly contentType: string;
  readonly url: string;
}

export interface QuickReply {
  readonly title: string;
  readonly text: string;
  readonly value?: unknown;
}

export interface Message {
  readonly id: string;
  /** The sender's own id, echoed: how the page knows its line again. */
  readonly clientId?: string;
  readonly speaker: Speaker;
  readonly text: string;
  readonly at: string;
  readonly card?: AnyCard;
  readonly quickReplies: readonly QuickReply[];
  readonly files: readonly FileLink[];
  readonly answer?: CardAnswer | undefined;
}

/** An activity as it comes from the wire: anything may be missing. */
export interface WireActivity {
  readonly type?: string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly text?: string;
  readonly value?: unknown;
  readonly attachments?: readonly { contentType?: string; contentUrl?: string; name?: string }[];
  readonly suggestedActions?: {
    readonly actions?: readonly { title?: string; text?: string; displayText?: string; value?: unknown }[];
  };
  readonly channelData?: { readonly clientActivityID?: string; readonly calmdesk?: PageData };
}

export const isMine = (activity: WireActivity, userId: string): boolean =>
  activity.from?.id === userId || activity.from?.role === 'user';

export const speakerOf = (activity: WireActivity, userId: string): Speaker => {
  if (isMine(activity, userId)) return { kind: 'customer' };
  const { kind = 'bot', name = activity.from?.name } = activity.channelData?.calmdesk?.speaker ?? {};
  return kind === 'agent' && name ? { kind, name } : { kind };
};

/** The list that a card cannot be drawn without; a card that lacks it is left out and its text stands alone. */
const LIST: Partial<Record<AnyCard['kind'], string>> = {
  receipt: 'fields',
  remedies: 'options',
  language: 'options',
};

const cardOf = (card: AnyCard | undefined): AnyCard | undefined => {
  if (typeof card?.data !== 'object' || card.data === null) return undefined;
  const list = LIST[card.kind];
  return list && !Array.isArray(Reflect.get(card.data, list)) ? undefined : card;
};

export const answerOf = (value: unknown): CardAnswer | undefined =>
  typeof value === 'object' && value !== null && 'action' in value ? (value as CardAnswer) : undefined;

const quickRepliesOf = (activity: WireActivity): readonly QuickReply[] =>
  (activity.suggestedActions?.actions ?? []).flatMap(({ title, text, displayText, value }) => {
    const said = text ?? displayText ?? (typeof value === 'string' ? value : title);
    if (!title || !said) return [];
    return [{ title, text: said, ...(typeof value === 'object' ? { value } : {}) }];
  });

const filesOf = (activity: WireActivity): readonly FileLink[] =>
  (activity.attachments ?? []).flatMap(({ contentUrl, contentType = '', name = '' }) =>
    contentUrl ? [{ url: contentUrl, contentType, name }] : [],
  );

export const messageOf = (activity: WireActivity, userId: string): Message | undefined => {
  if (activity.type !== 'message' || !activity.id) return undefined;
  const { clientActivityID, calmdesk } = activity.channelData ?? {};
  const card = cardOf(calmdesk?.card);
  return {
    id: activity.id,
    ...(clientActivityID ? { clientId: clientActivityID } : {}),
    speaker: speakerOf(activity, userId),
    text: activity.text ?? '',
    at: activity.timestamp ?? new Date().toISOString(),
    ...(card ? { card } : {}),
    quickReplies: quickRepliesOf(activity),
    files: filesOf(activity),
    answer: answerOf(activity.value),
  };
};
