/** Where the replies of a conversation go: kept with it as plain JSON, checked again before it is used. */
import type { ConversationReference } from 'botframework-schema';
import { z } from 'zod';
import type { InboundActivity } from './inboundActivity.ts';

const account = z.object({ id: z.string(), name: z.string().optional() });

const reference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    isGroup: z.boolean().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  user: account,
  bot: account,
  locale: z.string().optional(),
});

export type KeptReference = z.infer<typeof reference>;

const named = (who: { readonly id: string; readonly name?: string | null | undefined }) => ({
  id: who.id,
  ...(who.name ? { name: who.name } : {}),
});

/** Without the activity's id: a proactive message is no reply to it. */
export const referenceOf = (activity: InboundActivity): KeptReference => ({
  channelId: activity.channelId,
  serviceUrl: activity.serviceUrl,
  conversation: {
    id: activity.conversation.id,
    ...(activity.conversation.conversationType
      ? { conversationType: activity.conversation.conversationType }
      : {}),
    ...(activity.conversation.tenantId ? { tenantId: activity.conversation.tenantId } : {}),
  },
  user: named(activity.from),
  bot: named(activity.recipient),
});

export const keptReference = (kept: unknown): KeptReference | undefined => reference.safeParse(kept).data;

/** As the library wants it: its types ask for fields that channels do not send. */
export const libraryReference = (kept: KeptReference): Partial<ConversationReference> =>
  kept as unknown as Partial<ConversationReference>;
