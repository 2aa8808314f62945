/** Handing a case to the bot, the queue or an agent, as facts. */
import type { Holder } from '../actor.ts';
import type { Case, HumanReason } from '../case.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import { openPromises, promiseByPolicy } from '../promises.ts';

/** The first person becomes answerable for the case and stays so (首问责任制). */
export const handTo = (current: Case, holder: Holder): readonly CaseFact[] => [
  { type: 'holderChanged', holder },
  ...(holder.kind === 'agent' && current.owner.kind === 'bot'
    ? [{ type: 'ownerChanged' as const, owner: holder }]
    : []),
];

/** A first answer, promised in the words that the customer was told; none where one is promised already. */
export const promiseAnswer = (
  current: Case,
  told: { readonly origin: string; readonly told: string },
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => {
  if (openPromises(current).some(({ kind }) => kind === 'first-answer')) return [];
  const terms = { id: `${told.origin}:p`, kind: 'first-answer' as const, told: told.told };
  return [{ type: 'promiseMade', promise: promiseByPolicy(current, terms, now, policy) }];
};

/** Back to the same owner, or to the queue where no person had it yet; with a first answer promised anew. */
export const reopening = (
  current: Case,
  reason: HumanReason,
  told: { readonly origin: string; readonly told: string },
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => [
  { type: 'caseReopened' },
  { type: 'humanRequested', reason },
  { type: 'holderChanged', holder: current.owner.kind === 'agent' ? current.owner : { kind: 'queue' } },
  ...promiseAnswer(current, told, now, policy),
];
