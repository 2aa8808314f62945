/** Conversations in memory. */
import type { Case } from '../../domain/case.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { CommitResult, ConversationStore, Delivery } from '../../ports/conversationStore.ts';
import { plain } from './plain.ts';
import { appendLine, clientKey, type MemoryState, refuseErased } from './state.ts';

const saveCase = (state: MemoryState, current: Case): void => {
  const before = state.cases.get(current.id);
  // A lease is for the deadline it was taken for: a new one may fall due at once.
  const same = before?.case.deadline?.dueAt === current.deadline?.dueAt;
  state.cases.set(current.id, { case: current, leasedUntil: (same && before?.leasedUntil) || '' });
  state.numbers.set(current.number, current.id);
};

const saveDeliveries = (
  state: MemoryState,
  deliveries: readonly Delivery[],
  repeated: ReadonlySet<string>,
) => {
  for (const delivery of deliveries) {
    if (repeated.has(delivery.lineId) || state.deliveries.has(delivery.id)) continue;
    state.deliveries.set(delivery.id, { delivery: plain(delivery), attempts: 0, at: '' });
  }
};

const eraseLines = (state: MemoryState, id: string): void => {
  for (const line of state.logs.get(id) ?? []) {
    state.lines.delete(line.id);
    if (line.clientId !== undefined) state.clientLines.delete(clientKey(id, line.clientId));
  }
  state.logs.delete(id);
};

const eraseRest = (state: MemoryState, id: string): void => {
  for (const [key, kept] of state.events) if (kept.conversationId === id) state.events.delete(key);
  for (const [key, kept] of state.deliveries)
    if (kept.delivery.conversationId === id) state.deliveries.delete(key);
  for (const [key, kept] of state.files) if (kept.file.conversationId === id) state.files.delete(key);
  for (const [key, kept] of state.cases) {
    if (kept.case.conversationId !== id) continue;
    state.cases.delete(key);
    state.numbers.delete(kept.case.number);
  }
};

export const memoryConversations = (state: MemoryState): ConversationStore => ({
  load: async (id) => state.conversations.get(id),
  commit: async ({ conversation, lines, events, deliveries }): Promise<CommitResult> => {
    refuseErased(state, conversation.id);
    const stored = state.conversations.get(conversation.id)?.version ?? 0;
    if (stored !== conversation.version) return { committed: false, reason: 'conflict' };
    const inHand = conversation.case;
    const holder = inHand && state.numbers.get(inHand.number);
    if (holder !== undefined && holder !== inHand?.id) return { committed: false, reason: 'number-taken' };
    const saved: Conversation = plain({ ...conversation, version: stored + 1 });
    state.conversations.set(saved.id, saved);
    if (saved.case) saveCase(state, saved.case);
    const appended = lines.map((line) => appendLine(state, line));
    const repeated = new Set(appended.filter((one) => !one.added).map((one) => one.line.id));
    saveDeliveries(state, deliveries, repeated);
    for (const event of events)
      state.events.set(event.id, { event: plain(event), conversationId: conversation.id });
    return { committed: true, conversation: saved, lines: appended.map((one) => one.line) };
  },
  erase: async (id, anonymous) => {
    state.conversations.delete(id);
    state.erased.add(id);
    eraseLines(state, id);
    eraseRest(state, id);
    if (anonymous.case) saveCase(state, plain(anonymous.case));
  },
});
