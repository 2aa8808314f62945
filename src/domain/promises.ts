/** Making, keeping, renewing and releasing promises, as facts. */
import type { Case } from './case.ts';
import type { CaseFact } from './event.ts';
import type { Instant } from './instant.ts';
import { dueOf } from './pause.ts';
import type { Policy } from './policy.ts';
import type { CustomerPromise, PromiseKind } from './promise.ts';

export const openPromises = (current: Pick<Case, 'promises'>): readonly CustomerPromise[] =>
  current.promises.filter((promise) => promise.state === 'open');

/** A promise due after the policy's working time for its kind. */
export const promiseByPolicy = (
  current: Case,
  promise: { readonly id: string; readonly kind: PromiseKind; readonly told: string },
  now: Instant,
  policy: Policy,
): CustomerPromise => ({
  ...promise,
  owner: current.owner,
  madeAt: now,
  dueAt: policy.hours.addWorkingMinutes(now, policy.clocks.promise[promise.kind]),
  state: 'open',
});

/** A miss is recorded once, by whatever settles the promise or moves it on. */
export const missed = (
  current: Case,
  promise: CustomerPromise,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] =>
  !promise.missedAt && now > dueOf(current, promise, now, policy)
    ? [{ type: 'promiseMissed', promiseId: promise.id }]
    : [];

export const keep = (
  current: Case,
  promise: CustomerPromise,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => [
  ...missed(current, promise, now, policy),
  { type: 'promiseKept', promiseId: promise.id },
];

export const keepKinds = (
  current: Case,
  kinds: readonly PromiseKind[],
  now: Instant,
  policy: Policy,
): readonly CaseFact[] =>
  openPromises(current)
    .filter((promise) => kinds.includes(promise.kind))
    .flatMap((promise) => keep(current, promise, now, policy));

export const renew = (
  current: Case,
  promise: CustomerPromise,
  renewedBy: CustomerPromise,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => [
  ...missed(current, promise, now, policy),
  { type: 'promiseRenewed', promiseId: promise.id, renewedBy },
];

/** The customer no longer wants what was promised. What was missed before stays missed. */
export const releaseAll = (current: Case, now: Instant, policy: Policy): readonly CaseFact[] =>
  openPromises(current).flatMap((promise): readonly CaseFact[] => [
    ...missed(current, promise, now, policy),
    { type: 'promiseReleased', promiseId: promise.id },
  ]);
