/** An activity that a client sent: a message goes into the transcript, typing is passed on, the rest is let be. */
import { receiveMessage } from '../../app/receiveMessage.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Attachment } from '../../domain/transcript.ts';
import { Problem } from '../../http/problem.ts';
import { type IncomingActivity, TEXT_LIMIT } from './schemas.ts';
import type { DirectLineDeps } from './service.ts';

/** Structured answers of the page are small. */
const VALUE_LIMIT = 16_000;

/** Control characters other than tab and line break say nothing and trip readers up. */
const cleaned = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

/** Throws what is wrong with a message; nothing is kept. */
export const messageOf = (activity: IncomingActivity, attachments: readonly Attachment[]) => {
  const text = cleaned(activity.text ?? '').trim();
  if (text.length > TEXT_LIMIT) throw new Problem('text-too-long', { limit: TEXT_LIMIT });
  const { value } = activity;
  const hasValue = value !== undefined && value !== null;
  if (hasValue && JSON.stringify(value).length > VALUE_LIMIT)
    throw new Problem('body-too-large', { limit: VALUE_LIMIT });
  if (text === '' && !hasValue && attachments.length === 0) throw new Problem('activity-empty');
  const clientId = activity.channelData?.clientActivityID;
  return {
    text,
    ...(hasValue ? { value } : {}),
    ...(clientId === undefined ? {} : { clientId }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
};

/** Resolves with the activity's id once it is durable. The same client id again gives the same id. */
export const takeActivity = async (
  line: DirectLineDeps,
  conversation: Conversation,
  activity: IncomingActivity,
  attachments: readonly Attachment[] = [],
): Promise<string> => {
  const { deps } = line;
  if (activity.type === 'typing') {
    await deps.bus.publish({ topic: 'typing', conversationId: conversation.id, from: 'customer' });
    return deps.ids.next();
  }
  if (activity.type !== 'message') return deps.ids.next();
  const inHand =
    conversation.case && conversation.case.status !== 'closed' ? conversation.case.id : undefined;
  const received = await receiveMessage(deps, {
    ...messageOf(activity, attachments),
    id: deps.ids.next(),
    conversationId: conversation.id,
    ...(inHand === undefined ? {} : { caseId: inHand }),
    at: deps.clock.now(),
    from: { kind: 'customer', id: conversation.customer.id },
    locale: conversation.locale,
  });
  return received.line.id;
};
