/** The outbox in memory. */
import type { Outbox } from '../../ports/outbox.ts';
import type { KeptDelivery, MemoryState } from './state.ts';

export const memoryOutbox = (state: MemoryState): Outbox => ({
  unpublished: async (limit) => [...state.events.values()].slice(0, limit).map((kept) => kept.event),
  published: async (ids) => {
    for (const id of ids) state.events.delete(id);
  },
  undelivered: async (now, leaseUntil, limit) => {
    const given: KeptDelivery[] = [];
    const blocked = new Set<string>();
    for (const kept of state.deliveries.values()) {
      if (kept.at === null || given.length >= limit) continue;
      // One that waits holds back all later ones of its conversation: order is part of the message.
      if (kept.at > now) blocked.add(kept.delivery.conversationId);
      else if (!blocked.has(kept.delivery.conversationId)) given.push(kept);
    }
    for (const kept of given) state.deliveries.set(kept.delivery.id, { ...kept, at: leaseUntil });
    return given.map((kept) => ({ ...kept.delivery, attempts: kept.attempts }));
  },
  delivered: async (id) => {
    state.deliveries.delete(id);
  },
  failed: async (id, at) => {
    const kept = state.deliveries.get(id);
    if (kept) state.deliveries.set(id, { ...kept, attempts: kept.attempts + 1, at });
  },
});
