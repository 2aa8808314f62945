/** What travels over Direct Line 3.0, as the stock clients write it. Unknown fields are let through and ignored. */
import { z } from 'zod';

/** Characters of one message; above it the customer is asked to send several. */
export const TEXT_LIMIT = 20_000;

const channelAccount = z.looseObject({
  id: z.string().max(256).nullish(),
  name: z.string().max(256).nullish(),
});

export const watermarkQuery = z.object({
  watermark: z
    .string()
    .regex(/^\d{0,15}$/)
    .optional(),
});

export const tokenRequest = z.object({ locale: z.string().max(35).nullish() });
export const startRequest = z.looseObject({
  user: channelAccount.nullish(),
  locale: z.string().max(35).nullish(),
});

export const tokenAnswer = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number().int(),
});
export const chatTokenAnswer = tokenAnswer.extend({ userId: z.string() });
export const conversationAnswer = tokenAnswer.extend({
  streamUrl: z.string(),
  referenceGrammarId: z.string(),
});

export const incomingActivity = z.looseObject({
  type: z.string().min(1).max(64),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(35).nullish(),
  channelData: z.looseObject({ clientActivityID: z.string().min(1).max(200).optional() }).nullish(),
  attachments: z.array(z.looseObject({})).max(20).nullish(),
});
export type IncomingActivity = z.infer<typeof incomingActivity>;

const attachment = z.object({ contentType: z.string(), contentUrl: z.string(), name: z.string() });
const cardAction = z.object({
  type: z.enum(['imBack', 'messageBack']),
  title: z.string(),
  text: z.string().optional(),
  displayText: z.string().optional(),
  value: z.string().optional(),
});

/** An activity as a customer receives it. Everything that is not named here stays on the server. */
export const outgoingActivity = z.object({
  type: z.enum(['message', 'typing']),
  id: z.string(),
  timestamp: z.string(),
  channelId: z.literal('directline'),
  conversation: z.object({ id: z.string() }),
  from: z.object({ id: z.string(), name: z.string().optional(), role: z.enum(['user', 'bot']) }),
  locale: z.string().optional(),
  text: z.string().optional(),
  textFormat: z.literal('plain').optional(),
  value: z.unknown().optional(),
  attachments: z.array(attachment).optional(),
  suggestedActions: z.object({ to: z.array(z.string()), actions: z.array(cardAction) }).optional(),
  channelData: z.object({
    clientActivityID: z.string().optional(),
    calmdesk: z
      .object({
        card: z.object({ kind: z.string(), data: z.record(z.string(), z.unknown()) }).optional(),
        speaker: z.object({ kind: z.enum(['bot', 'agent', 'system']), name: z.string().optional() }),
      })
      .optional(),
  }),
});
export type OutgoingActivity = z.infer<typeof outgoingActivity>;

export const activitySet = z.object({ activities: z.array(outgoingActivity), watermark: z.string() });
export type ActivitySet = z.infer<typeof activitySet>;
export const resourceAnswer = z.object({ id: z.string() });
