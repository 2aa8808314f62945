/** How the case changes hands, and what an agent does with it. */
import type { Case } from '../case.ts';
import type { Appliers } from './change.ts';
import { statusAt } from './statusAt.ts';

type Events =
  | 'humanRequested'
  | 'holderChanged'
  | 'ownerChanged'
  | 'agentReplied'
  | 'agentNoted'
  | 'clockResumed';

const moved =
  (dues: Readonly<Record<string, string>>) =>
  <T extends { readonly id: string; readonly dueAt: string }>(one: T): T => ({
    ...one,
    dueAt: dues[one.id] ?? one.dueAt,
  });

/** A customer in the queue waits; one whom an agent takes over from the bot may not be waiting at all. */
const waiting = (current: Case, holder: Case['holder'], at: string): Case['waitingSince'] => {
  if (holder.kind === 'bot') return undefined;
  return holder.kind === 'queue' ? (current.waitingSince ?? at) : current.waitingSince;
};

export const handAppliers: Pick<Appliers, Events> = {
  humanRequested: (current, { reason, at }) => ({
    humanReason: reason,
    waitingSince: current.waitingSince ?? at,
    tension: { ...current.tension, handOver: current.tension.handOver ?? current.tension.now },
  }),
  holderChanged: (current, { holder, at }) => ({
    holder,
    epoch: current.epoch + 1,
    status: statusAt(current, holder),
    waitingSince: waiting(current, holder, at),
    ...(holder.kind === 'agent' && { handledBy: holder }),
    reminded: 0,
    remindedAt: undefined,
  }),
  ownerChanged: (current, { owner }) => ({
    owner,
    promises: current.promises.map((promise) => (promise.state === 'open' ? { ...promise, owner } : promise)),
  }),
  agentReplied: (current, { at, awaitsCustomer }) => ({
    firstAnsweredAt: current.firstAnsweredAt ?? at,
    personAnsweredAt: current.personAnsweredAt ?? at,
    waitingSince: undefined,
    reminded: 0,
    remindedAt: undefined,
    ...(awaitsCustomer && { awaitingCustomerSince: current.awaitingCustomerSince ?? at }),
  }),
  agentNoted: () => ({}),
  clockResumed: (current, { promises, tasks }) => ({
    awaitingCustomerSince: undefined,
    promises: current.promises.map(moved(promises)),
    tasks: current.tasks.map(moved(tasks)),
  }),
};
