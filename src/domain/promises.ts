/** Making, keeping, renewing and releasing promises, as facts. */
import type { Case } from './case.ts';
import type { CaseFact } from './event.ts';
import type { Instant } from './instant.ts';
import type { Policy } from './policy.ts';
import type { CustomerPromise, PromiseKind } from './promise.ts';

export const openPromises = (current: Case): readonly CustomerPromise[] =>
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

const missed = (promise: CustomerPromise, now: Instant): readonly CaseFact[] =>
  now > promise.dueAt && !promise.missedAt ? [{ type: 'promiseMissed', promiseId: promise.id }] : [];

export const keep = (promise: CustomerPromise, now: Instant): readonly CaseFact[] => [
  ...missed(promise, now),
  { type: 'promiseKept', promiseId: promise.id },
];

export const keepKinds = (current: Case, kinds: readonly PromiseKind[], now: Instant): readonly CaseFact[] =>
  openPromises(current)
    .filter((promise) => kinds.includes(promise.kind))
    .flatMap((promise) => keep(promise, now));

export const renew = (
  promise: CustomerPromise,
  renewedBy: CustomerPromise,
  now: Instant,
): readonly CaseFact[] => [
  ...missed(promise, now),
  { type: 'promiseRenewed', promiseId: promise.id, renewedBy },
];

export const releaseAll = (current: Case): readonly CaseFact[] =>
  openPromises(current).map((promise) => ({ type: 'promiseReleased', promiseId: promise.id }));
