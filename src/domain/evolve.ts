/** Applies one event to a case. Asks nothing, refuses nothing but a gap. */

import type { Holder } from './actor.ts';
import type { Case, TensionRecord } from './case.ts';
import type { CaseEvent } from './event.ts';
import { Fault } from './fault.ts';
import type { CustomerPromise } from './promise.ts';
import type { RemedyOffer } from './remedy.ts';

/** How many origin ids a case remembers: retries come within minutes, not within 200 commands. */
const REMEMBERED = 200;

type Change = Partial<{ [K in keyof Case]: Case[K] | undefined }>;
type Appliers = {
  readonly [T in CaseEvent['type']]: (current: Case, event: Extract<CaseEvent, { type: T }>) => Change;
};

const open = (event: Extract<CaseEvent, { type: 'caseOpened' }>): Case => {
  const { opened, by, at } = event;
  const person = by.kind === 'agent' ? ({ kind: 'agent', id: by.id, name: by.name } as const) : undefined;
  const { caseId, tension, emotion, ...rest } = opened;
  return {
    ...rest,
    id: caseId,
    version: 0,
    status: person ? 'with-agent' : 'with-bot',
    holder: person ?? { kind: 'bot' },
    epoch: 1,
    owner: person ?? { kind: 'bot' },
    receivedBy: person ?? { kind: 'bot' },
    facts: {},
    skipped: [],
    otherCauses: [],
    severity: 'normal',
    responsibility: 'unknown',
    stance: 'unknown',
    tension: { start: tension, peak: tension, now: tension, emotion, trend: 'steady' },
    offers: [],
    tasks: [],
    promises: [],
    receivedAt: at,
    heardAt: at,
    reopened: 0,
    reminded: 0,
    origins: [],
  };
};

const statusAt = (current: Case, holder: Holder): Case['status'] => {
  if (current.status === 'resolved' || current.status === 'closed') return current.status;
  if (holder.kind === 'queue') return 'queued';
  if (current.tasks.some((task) => !task.doneAt)) return 'settling';
  return holder.kind === 'agent' ? 'with-agent' : 'with-bot';
};

const heard = (tension: TensionRecord, now: number, rest: Pick<TensionRecord, 'emotion' | 'trend'>) => ({
  ...tension,
  ...rest,
  now,
  peak: Math.max(tension.peak, now),
});

const editPromise = (
  current: Case,
  id: string,
  edit: (promise: CustomerPromise) => CustomerPromise,
): readonly CustomerPromise[] =>
  current.promises.map((promise) => (promise.id === id ? edit(promise) : promise));

const editOffers = (
  current: Case,
  id: string,
  state: RemedyOffer['state'],
  rest: Partial<RemedyOffer> = {},
): readonly RemedyOffer[] =>
  current.offers.map((offer) => (offer.id === id ? { ...offer, ...rest, state } : offer));

const stillOpen = (state: RemedyOffer['state']) => state === 'offered' || state === 'proposed';

const APPLY: Appliers = {
  caseOpened: () => ({}),
  factsNoted: (current, { facts, skipped }) => ({
    facts: { ...current.facts, ...facts },
    skipped: [...current.skipped, ...skipped].filter((field) => facts[field] === undefined),
  }),
  caseJudged: (_, { cause, otherCauses, severity, responsibility, stance }) => ({
    ...(cause && { cause }),
    ...(otherCauses && { otherCauses }),
    ...(severity && { severity }),
    ...(responsibility && { responsibility }),
    ...(stance && { stance }),
  }),
  customerHeard: (current, { tension, emotion, trend, at }) => ({
    tension: heard(current.tension, tension, { emotion, trend }),
    heardAt: at,
    reminded: 0,
    remindedAt: undefined,
    waitingSince: current.waitingSince ?? (current.holder.kind === 'bot' ? undefined : at),
  }),
  recordConfirmed: (current, { at }) => ({
    confirmed: { at, facts: current.facts, ...(current.cause && { cause: current.cause }) },
  }),
  remedyProposed: (current, { offer }) => ({ offers: [...current.offers, offer] }),
  remedyDecided: (current, { offerId, approved, by, reason }) => ({
    offers: editOffers(current, offerId, approved ? 'offered' : 'rejected', { decidedBy: by, reason }),
  }),
  remedyAccepted: (current, { agreement, tasks }) => ({
    agreement,
    tasks: [...current.tasks, ...tasks],
    status: 'settling',
    offers: current.offers.map((offer) => {
      if (offer.id === agreement.offerId) return { ...offer, state: 'accepted' as const };
      return stillOpen(offer.state) ? { ...offer, state: 'withdrawn' as const } : offer;
    }),
  }),
  remedyRefused: (current, { offerId }) => ({ offers: editOffers(current, offerId, 'refused') }),
  humanRequested: (current, { reason, at }) => ({
    humanReason: reason,
    waitingSince: current.waitingSince ?? at,
    tension: { ...current.tension, handOver: current.tension.handOver ?? current.tension.now },
  }),
  holderChanged: (current, { holder, at }) => ({
    holder,
    epoch: current.epoch + 1,
    status: statusAt(current, holder),
    waitingSince: holder.kind === 'bot' ? undefined : (current.waitingSince ?? at),
  }),
  ownerChanged: (current, { owner }) => ({
    owner,
    promises: current.promises.map((promise) => (promise.state === 'open' ? { ...promise, owner } : promise)),
  }),
  agentReplied: (current, { at }) => ({
    firstAnsweredAt: current.firstAnsweredAt ?? at,
    waitingSince: undefined,
  }),
  agentNoted: () => ({}),
  promiseMade: (current, { promise }) => ({ promises: [...current.promises, promise] }),
  promiseKept: (current, { promiseId, at }) => ({
    promises: editPromise(current, promiseId, (promise) => ({
      ...promise,
      state: promise.missedAt ? 'broken' : 'kept',
      settledAt: at,
    })),
  }),
  promiseRenewed: (current, { promiseId, renewedBy, at }) => ({
    promises: [
      ...editPromise(current, promiseId, (promise) => ({
        ...promise,
        state: promise.missedAt ? ('broken' as const) : ('renewed' as const),
        settledAt: at,
        renewedBy: renewedBy.id,
      })),
      renewedBy,
    ],
  }),
  promiseReleased: (current, { promiseId, at }) => ({
    promises: editPromise(current, promiseId, (promise) => ({
      ...promise,
      state: 'released',
      settledAt: at,
    })),
  }),
  promiseMissed: (current, { promiseId, at }) => ({
    promises: editPromise(current, promiseId, (promise) => ({ ...promise, missedAt: at })),
  }),
  taskCompleted: (current, { taskId, at }) => ({
    tasks: current.tasks.map((task) => (task.id === taskId ? { ...task, doneAt: at } : task)),
  }),
  caseResolved: (_, { result, at }) => ({
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
  caseReopened: (current, { at }) => ({
    status: 'with-agent',
    reopened: current.reopened + 1,
    heardAt: at,
    reminded: 0,
    remindedAt: undefined,
    settledAt: undefined,
    closedAt: undefined,
    closeReason: undefined,
    satisfactionAskedAt: undefined,
  }),
  caseClosed: (_, { reason, at }) => ({ status: 'closed', closeReason: reason, closedAt: at }),
  deadlineArmed: (_, { deadline }) => ({ deadline }),
};

const withoutGaps = (whole: Case & Change): Case =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as unknown as Case;

/** Throws `event-out-of-order` when the event is not the next one of this case. */
export const evolve = (current: Case | undefined, event: CaseEvent): Case => {
  const before = event.type === 'caseOpened' && !current ? open(event) : current;
  if (!before || event.version !== before.version + 1) {
    throw new Fault(
      'event-out-of-order',
      `event ${event.version} does not follow ${before?.version ?? 'nothing'}`,
    );
  }
  const apply = APPLY[event.type] as (current: Case, event: CaseEvent) => Change;
  const known = before.origins.at(-1) === event.origin;
  const origins = known ? before.origins : [...before.origins, event.origin].slice(-REMEMBERED);
  return withoutGaps({ ...before, ...apply(before, event), version: event.version, origins } as Case &
    Change);
};
