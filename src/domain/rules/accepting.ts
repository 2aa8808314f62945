/** The customer accepts an offer: an agreement, a task for the department, and a promise of when it is done. */
import type { Case } from '../case.ts';
import type { AnswerRemedy } from '../command.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import { resume } from '../pause.ts';
import type { Policy } from '../policy.ts';
import type { CustomerPromise } from '../promise.ts';
import { keepKinds } from '../promises.ts';
import type { RemedyOffer, Task } from '../remedy.ts';
import { ruleFor } from '../remedyChoice.ts';

/** Department that carries out what no rule of the policy names. */
const DESK = 'desk';

const taskFor = (current: Case, offer: RemedyOffer, now: Instant, policy: Policy): Task => {
  const rule = ruleFor(current, offer.remedy, policy);
  const within = rule?.withinMinutes ?? policy.clocks.promise.remedy;
  return {
    id: `${current.id}:${offer.id}`,
    department: rule?.department ?? DESK,
    remedy: offer.remedy,
    dueAt: policy.hours.addWorkingMinutes(now, within),
  };
};

export const accepting = (
  current: Case,
  offer: RemedyOffer,
  { origin, words, told }: AnswerRemedy,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] => {
  const task = taskFor(current, offer, now, policy);
  const promise: CustomerPromise = {
    id: `${origin}:p`,
    kind: 'remedy',
    owner: current.owner,
    madeAt: now,
    dueAt: task.dueAt,
    told: told ?? '',
    state: 'open',
  };
  const agreement = { offerId: offer.id, remedy: offer.remedy, acceptedAt: now, words };
  return [
    ...keepKinds(current, ['first-answer', 'answer', 'update'], now, policy),
    ...resume(current, now, policy),
    { type: 'remedyAccepted', agreement, tasks: [task] },
    { type: 'promiseMade', promise },
  ];
};
