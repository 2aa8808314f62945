/** Finding cases in memory. */
import type { Case, CaseStatus } from '../../domain/case.ts';
import type { CaseFilter, CaseIndex } from '../../ports/caseIndex.ts';
import type { MemoryState } from './state.ts';

const agentId = (who: Case['holder'] | Case['owner']): string | undefined =>
  who.kind === 'agent' ? who.id : undefined;

const fits = (found: Case, filter: CaseFilter): boolean =>
  (filter.statuses === undefined || filter.statuses.includes(found.status)) &&
  (filter.holderId === undefined || filter.holderId === agentId(found.holder)) &&
  (filter.ownerId === undefined || filter.ownerId === agentId(found.owner)) &&
  (filter.customerId === undefined || filter.customerId === found.customer.id) &&
  (filter.receivedFrom === undefined || found.receivedAt >= filter.receivedFrom) &&
  (filter.receivedTo === undefined || found.receivedAt < filter.receivedTo);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: Case, b: Case): number => compare(b.receivedAt, a.receivedAt) || compare(b.id, a.id);

const waits = (state: MemoryState, id: string): boolean => {
  const handled = state.conversations.get(id)?.handled ?? 0;
  const log = state.logs.get(id) ?? [];
  return log.slice(handled).some((line) => line.from.kind === 'customer' && line.audience === 'public');
};

export const memoryCases = (state: MemoryState): CaseIndex => ({
  byId: async (id) => state.cases.get(id)?.case,
  byNumber: async (number) => state.cases.get(state.numbers.get(number) ?? '')?.case,
  list: async (filter) => {
    const all = [...state.cases.values()].map((kept) => kept.case).toSorted(newestFirst);
    const last = filter.after === undefined ? undefined : state.cases.get(filter.after)?.case;
    return all
      .filter((found) => fits(found, filter) && (last === undefined || newestFirst(last, found) < 0))
      .slice(0, Math.min(filter.limit, 200));
  },
  due: async (now, leaseUntil, limit) => {
    const due = [...state.cases.values()]
      .filter((kept) => (kept.case.deadline?.dueAt ?? '~') <= now && kept.leasedUntil <= now)
      .toSorted((a, b) => compare(a.case.deadline?.dueAt ?? '', b.case.deadline?.dueAt ?? ''))
      .slice(0, limit);
    for (const kept of due) state.cases.set(kept.case.id, { ...kept, leasedUntil: leaseUntil });
    return due.map((kept) => kept.case.conversationId);
  },
  unhandled: async (limit) =>
    [...state.conversations.keys()].filter((id) => waits(state, id)).slice(0, limit),
  counts: async () => {
    const byStatus: Partial<Record<CaseStatus, number>> = {};
    let orphans = 0;
    for (const { case: found } of state.cases.values()) {
      if (found.status === 'closed') continue;
      byStatus[found.status] = (byStatus[found.status] ?? 0) + 1;
      if (!found.deadline || !found.owner) orphans += 1;
    }
    return { byStatus, orphans };
  },
});
