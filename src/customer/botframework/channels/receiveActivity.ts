/** An authenticated activity of a channel becomes a conversation and a line; the answer goes out later, by the outbox. */
import type { Deps } from '../../../app/deps.ts';
import { receiveMessage } from '../../../app/receiveMessage.ts';
import { rememberReference } from '../../../app/rememberReference.ts';
import { startConversation } from '../../../app/startConversation.ts';
import type { Conversation } from '../../../domain/conversation.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Locale } from '../../../domain/reading.ts';
import { localeOfTag } from '../../../http/acceptLanguage.ts';
import { conversationIdOf, customerIdOf, lineIdOf } from './channelConversation.ts';
import { referenceOf } from './conversationReference.ts';
import type { InboundActivity } from './inboundActivity.ts';
import { keepAttachments } from './keepAttachments.ts';

export interface ReceiveOptions {
  readonly defaultLocale: Locale;
  readonly serviceToken: () => Promise<string | undefined>;
  /** Where the conversation's customer is now. */
  readonly heardFrom: (conversationId: string, reference: unknown) => void;
}

/** So often may one chat have been erased. */
const MOST_GENERATIONS = 100;

/** In a group others would read a customer's case: only talk between two is answered. */
const isBetweenTwo = ({ conversation }: InboundActivity): boolean =>
  !conversation.isGroup && !/^(?:channel|groupChat)$/i.test(conversation.conversationType ?? '');

const open = async (
  deps: Deps,
  activity: InboundActivity,
  { defaultLocale, heardFrom }: ReceiveOptions,
): Promise<Conversation> => {
  const reference = referenceOf(activity);
  const customer = {
    id: customerIdOf(activity),
    tier: 'new',
    ...(activity.from.name ? { name: activity.from.name } : {}),
  } as const;
  const locale = localeOfTag(activity.locale ?? undefined) ?? defaultLocale;
  for (let generation = 0; generation < MOST_GENERATIONS; generation += 1) {
    const id = conversationIdOf(activity, generation);
    try {
      const conversation = await startConversation(deps, {
        id,
        channel: 'messaging',
        customer,
        locale,
        reference,
      });
      if (JSON.stringify(conversation.reference) !== JSON.stringify(reference))
        await rememberReference(deps, id, reference);
      heardFrom(id, reference);
      return conversation;
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'conversation-erased')) throw error;
    }
  }
  throw new Fault('conversation-erased', 'this chat was erased too often');
};

const receiveLine = async (
  deps: Deps,
  activity: InboundActivity & { readonly id: string },
  options: ReceiveOptions,
): Promise<void> => {
  const conversation = await open(deps, activity, options);
  const conversationId = conversation.id;
  const lineId = lineIdOf(conversationId, activity.id);
  if (await deps.transcript.byId(lineId)) return;
  const { attachments, missing } = await keepAttachments(deps, activity, {
    conversationId,
    lineId,
    token: options.serviceToken,
  });
  const text = [activity.text?.trim() ?? '', ...missing.map((name) => `[${name}]`)]
    .filter((part) => part !== '')
    .join('\n');
  if (text === '' && attachments.length === 0 && activity.value === undefined) return;
  // What the channel was told is durable now; the answer is not waited for.
  await receiveMessage(deps, {
    id: lineId,
    conversationId,
    at: deps.clock.now(),
    from: { kind: 'customer', id: conversation.customer.id },
    text,
    locale: conversation.locale,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(activity.value === undefined ? {} : { value: activity.value }),
  });
};

/** A member came who is the sender and not the bot: the customer opened the chat. */
const isArrival = ({ membersAdded, from, recipient }: InboundActivity): boolean =>
  (membersAdded ?? []).some((member) => member.id === from.id && member.id !== recipient.id);

export const receiveActivity = async (
  deps: Deps,
  activity: InboundActivity,
  options: ReceiveOptions,
): Promise<void> => {
  if (!isBetweenTwo(activity)) return;
  const { id, type } = activity;
  if (type === 'message' && id !== undefined) await receiveLine(deps, { ...activity, id }, options);
  else if (type === 'conversationUpdate' && isArrival(activity)) await open(deps, activity, options);
};
