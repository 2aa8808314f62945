/** The sender port over the Bot Framework: a line goes to the conversation's reference, if its host may still be told. */
import type { ChannelSender } from '../../../ports/sender.ts';
import type { ChannelAdapter } from './botAdapter.ts';
import { keptReference, libraryReference } from './conversationReference.ts';
import { outgoingActivity } from './outgoingActivity.ts';
import { isAllowedService, type ServiceRule } from './serviceHosts.ts';

export const createChannelSender = (adapter: ChannelAdapter, rule: ServiceRule): ChannelSender => ({
  send: async (kept, line) => {
    const reference = keptReference(kept);
    if (!reference) return { sent: false, again: false, error: 'reference unreadable' };
    if (!isAllowedService(reference.serviceUrl, rule))
      return { sent: false, again: false, error: 'service not allowed' };
    return adapter.send(libraryReference(reference), outgoingActivity(line, reference.channelId));
  },
});
