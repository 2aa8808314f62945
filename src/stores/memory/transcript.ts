/** The transcript in memory. */
import type { Line } from '../../domain/transcript.ts';
import type { LineQuery, Transcript } from '../../ports/transcript.ts';
import { isEmpty, matches, piecesOf } from '../searchTerms.ts';
import { appendLine, type MemoryState, refuseErased } from './state.ts';

const fits = (state: MemoryState, line: Line, query: LineQuery): boolean =>
  (query.caseId === undefined || line.caseId === query.caseId) &&
  (query.customerId === undefined ||
    state.conversations.get(line.conversationId)?.customer.id === query.customerId) &&
  (query.from === undefined || line.at >= query.from) &&
  (query.to === undefined || line.at < query.to);

export const memoryTranscript = (state: MemoryState): Transcript => ({
  append: async (line) => {
    refuseErased(state, line.conversationId);
    return appendLine(state, line);
  },
  read: async (conversationId, { after = 0, limit = Number.POSITIVE_INFINITY, audience }) =>
    (state.logs.get(conversationId) ?? [])
      .slice(Math.max(0, after))
      .filter((line) => audience === undefined || line.audience === audience)
      .slice(0, limit),
  byId: async (lineId) => state.lines.get(lineId),
  search: async (query) => {
    const pieces = query.text === undefined ? undefined : piecesOf(query.text);
    if (pieces && isEmpty(pieces)) return [];
    return [...state.lines.values()]
      .toReversed()
      .filter((line) => fits(state, line, query) && (!pieces || matches(pieces, line.text)))
      .slice(0, Math.min(query.limit, 100));
  },
});
