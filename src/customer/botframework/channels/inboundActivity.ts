/** The part of a Bot Framework activity that this house reads, checked before anything is done with it. */
import { z } from 'zod';

const MAX_TEXT = 32_000;
const MAX_VALUE = 8_000;
const id = z.string().min(1).max(1024);
const name = z.string().max(256).nullish();

const attachment = z.looseObject({
  contentType: z.string().max(256).default(''),
  contentUrl: z.string().max(4096).nullish(),
  name: z.string().max(512).nullish(),
});

export const inboundActivity = z
  .looseObject({
    type: z.string().min(1).max(64),
    id: id.optional(),
    channelId: z.string().min(1).max(64),
    serviceUrl: z.url().max(2048),
    locale: z.string().max(64).nullish(),
    from: z.looseObject({ id, name }),
    recipient: z.looseObject({ id, name }),
    conversation: z.looseObject({
      id,
      isGroup: z.boolean().nullish(),
      conversationType: z.string().max(64).nullish(),
      tenantId: z.string().max(128).nullish(),
    }),
    text: z.string().max(MAX_TEXT).nullish(),
    value: z
      .unknown()
      .refine((value) => value === undefined || JSON.stringify(value).length <= MAX_VALUE, {
        error: `value has more than ${MAX_VALUE} characters`,
      })
      .optional(),
    attachments: z.array(attachment).max(50).nullish(),
    membersAdded: z.array(z.looseObject({ id })).max(500).nullish(),
  })
  .meta({ problems: { type: 'activity-type-missing' } });

export type InboundActivity = z.infer<typeof inboundActivity>;
export type InboundAttachment = z.infer<typeof attachment>;
