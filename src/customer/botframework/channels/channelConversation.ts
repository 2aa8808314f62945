/** Names of this house for a channel's conversation, its customer and its lines: stable, short, of one alphabet. */
import { createHash } from 'node:crypto';
import type { InboundActivity } from './inboundActivity.ts';

const PREFIX = 'bf-';

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);

/**
 * The chat of a channel lives for ever, a conversation here until it is erased: `generation` counts the erasures,
 * so that a customer who had everything deleted can come back.
 */
export const conversationIdOf = (activity: InboundActivity, generation: number): string => {
  const base = `${PREFIX}${digest(activity.channelId, activity.conversation.id)}`;
  return generation === 0 ? base : `${base}-${generation}`;
};

export const isChannelConversation = (conversationId: string): boolean => conversationId.startsWith(PREFIX);

export const customerIdOf = (activity: InboundActivity): string =>
  `${PREFIX}${digest(activity.channelId, activity.from.id)}`;

/** The channel sends an activity again when it did not hear our answer: the same id then makes the same line. */
export const lineIdOf = (conversationId: string, activityId: string): string =>
  `${conversationId}.${digest(activityId)}`;
