/** How a case is reminded of, settled, rated, closed and opened again; and its deadline. */
import type { Appliers } from './change.ts';

type Events =
  | 'caseResolved'
  | 'customerReminded'
  | 'ownerNudged'
  | 'satisfactionAsked'
  | 'caseRated'
  | 'caseReopened'
  | 'caseClosed'
  | 'deadlineArmed';

const NOBODY_WAITS = { waitingSince: undefined, awaitingCustomerSince: undefined };

export const endAppliers: Pick<Appliers, Events> = {
  caseResolved: (_, { result, at }) => ({
    ...NOBODY_WAITS,
    status: 'resolved',
    result,
    settledAt: at,
    reminded: 0,
    remindedAt: undefined,
    satisfactionAskedAt: undefined,
  }),
  customerReminded: (current, { at }) => ({ reminded: current.reminded + 1, remindedAt: at }),
  ownerNudged: (_, { at }) => ({ remindedAt: at }),
  satisfactionAsked: (_, { at }) => ({ satisfactionAskedAt: at, reminded: 0, remindedAt: undefined }),
  caseRated: (_, { score, words, at }) => ({
    satisfaction: { score, at, ...(words === undefined ? {} : { words }) },
  }),
  // The holder's change that always follows gives the status; `with-agent` only lifts the old one off.
  caseReopened: (current, { at }) => ({
    ...NOBODY_WAITS,
    status: 'with-agent',
    reopened: current.reopened + 1,
    heardAt: at,
    reminded: 0,
    remindedAt: undefined,
    settledAt: undefined,
    result: undefined,
    closedAt: undefined,
    closeReason: undefined,
    satisfactionAskedAt: undefined,
  }),
  caseClosed: (_, { reason, at }) => ({
    ...NOBODY_WAITS,
    status: 'closed',
    closeReason: reason,
    closedAt: at,
  }),
  deadlineArmed: (_, { deadline }) => ({ deadline }),
};
