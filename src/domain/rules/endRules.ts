/** Settling, rating, closing and opening again. */
import type { Case, CloseReason } from '../case.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import { openPromises, promiseByPolicy, releaseAll } from '../promises.ts';
import { refuse } from '../refusal.ts';
import { resolution } from './resolution.ts';
import type { Rules } from './rule.ts';

/** Reasons that come from the customer: what was promised is no longer owed. */
const RELEASING: readonly CloseReason[] = ['cancelled', 'by-customer', 'merged', 'erased'];

/** Back to the same owner (首问责任制), or to the queue where no person had it yet. */
const reopening = (
  current: Case,
  origin: string,
  told: string,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => {
  const { owner } = current;
  return [
    { type: 'caseReopened' },
    { type: 'holderChanged', holder: owner.kind === 'agent' ? owner : { kind: 'queue' } },
    {
      type: 'promiseMade',
      promise: promiseByPolicy(current, { id: `${origin}:p`, kind: 'first-answer', told }, now, policy),
    },
  ];
};

export const endRules: Pick<Rules, 'resolveCase' | 'rateCase' | 'closeCase' | 'reopenCase'> = {
  resolveCase: (current, { by, result }) => {
    const holds = current.holder.kind === by.kind && (by.kind !== 'agent' || isHolder(current, by.id));
    if (!holds && !(by.kind === 'agent' && by.role !== 'agent')) return refuse('not-holder');
    if (openPromises(current).length > 0) return refuse('promise-open');
    return resolution(current, result);
  },
  rateCase: (current, { origin, score, words, told }, now, policy) => {
    if (!Number.isInteger(score) || score < 1 || score > 5) return refuse('score-invalid');
    const rated: CaseFact = { type: 'caseRated', score, ...(words === undefined ? {} : { words }) };
    if (score <= 2) return [rated, ...reopening(current, origin, told ?? '', now, policy)];
    return [rated, ...releaseAll(current), { type: 'caseClosed', reason: 'satisfied' }];
  },
  closeCase: (current, { reason }) => {
    if (!RELEASING.includes(reason) && openPromises(current).length > 0) return refuse('promise-open');
    return [...releaseAll(current), { type: 'caseClosed', reason }];
  },
  reopenCase: (current, { origin, told }, now, policy) => reopening(current, origin, told, now, policy),
};

const isHolder = (current: Case, id: string): boolean =>
  current.holder.kind === 'agent' && current.holder.id === id;
