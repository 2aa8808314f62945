/** A transcript line as the customer's client receives it. Locale keys, notes and case ids stay on the server. */
import type { Line, Speaker } from '../../domain/transcript.ts';
import type { Wording } from '../../ports/wording.ts';
import type { OutgoingActivity } from './schemas.ts';

export interface WireOptions {
  readonly wording: Wording;
  /** Address under which this customer may fetch the file. */
  readonly fileUrl: (conversationId: string, fileId: string) => string;
}

type Other = Exclude<Speaker, { readonly kind: 'customer' }>;

const nameOf = (from: Other, line: Line, wording: Wording): string => {
  if (from.kind === 'agent') return from.name;
  return wording.text(line.locale, from.kind === 'bot' ? 'directline.botName' : 'directline.system');
};

const suggested = (line: Line): Pick<OutgoingActivity, 'suggestedActions'> => {
  if (!line.quickReplies?.length) return {};
  const actions = line.quickReplies.map(({ title, value }) =>
    title === value
      ? ({ type: 'imBack', title, value } as const)
      : ({ type: 'messageBack', title, displayText: title, text: value } as const),
  );
  return { suggestedActions: { to: [], actions } };
};

const attached = (line: Line, options: WireOptions): Pick<OutgoingActivity, 'attachments'> => {
  if (!line.attachments?.length) return {};
  const attachments = line.attachments.map(({ id, name, contentType }) => ({
    contentType,
    contentUrl: options.fileUrl(line.conversationId, id),
    name,
  }));
  return { attachments };
};

const common = (line: Line, options: WireOptions) => ({
  type: 'message' as const,
  id: line.id,
  timestamp: line.at,
  channelId: 'directline' as const,
  conversation: { id: line.conversationId },
  locale: line.locale,
  text: line.text,
  textFormat: 'plain' as const,
  ...attached(line, options),
});

/** Ask for public lines only: a note given to this function is a mistake, and throws. */
export const toActivity = (line: Line, options: WireOptions): OutgoingActivity => {
  if (line.audience !== 'public') throw new Error('a note has no way to the customer');
  const { from } = line;
  if (from.kind === 'customer') {
    return {
      ...common(line, options),
      from: { id: from.id, role: 'user' },
      ...(line.value === undefined ? {} : { value: line.value }),
      channelData: line.clientId === undefined ? {} : { clientActivityID: line.clientId },
    };
  }
  const name = nameOf(from, line, options.wording);
  return {
    ...common(line, options),
    from: { id: from.kind === 'agent' ? 'agent' : 'calmdesk', name, role: 'bot' },
    ...suggested(line),
    channelData: {
      calmdesk: {
        ...(line.card && { card: { kind: line.card.kind, data: line.card.data } }),
        speaker: { kind: from.kind, name },
      },
    },
  };
};

/** Somebody of ours is typing: on the stream, never stored, without a watermark. */
export const typingActivity = (
  conversationId: string,
  at: string,
  kind: 'bot' | 'agent',
  id: string,
): OutgoingActivity => ({
  type: 'typing',
  id,
  timestamp: at,
  channelId: 'directline',
  conversation: { id: conversationId },
  from: { id: kind === 'agent' ? 'agent' : 'calmdesk', role: 'bot' },
  channelData: { calmdesk: { speaker: { kind } } },
});
