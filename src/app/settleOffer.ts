/** An offer is answered: accepted, the customer is told what will be done and by when. */
import type { Actor } from '../domain/actor.ts';
import { remedyDue } from '../domain/dueBy.ts';
import type { CaseEvent } from '../domain/event.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { promiseText, tellPromise } from './promiseToTell.ts';
import { remedyTitle } from './remedyText.ts';
import type { Work } from './work.ts';

interface Answer {
  readonly offerId: string;
  readonly accepted: boolean;
  readonly words: string;
}

export const settleOffer = (
  work: Work,
  by: Actor,
  { offerId, accepted, words }: Answer,
): readonly CaseEvent[] | Refusal => {
  const offer = work.case?.offers.find(({ id }) => id === offerId);
  if (!work.case || !offer) return refuse('offer-unknown');
  const command = { type: 'answerRemedy', by, offerId, accepted, words } as const;
  if (!accepted) return work.do(command);
  const dueAt = remedyDue(work.case, offer.remedy, work.now, work.policy);
  const values = { remedy: remedyTitle(work, offer.remedy) };
  const told = promiseText(work, 'agree.promise', dueAt, values);
  const done = work.do({ ...command, told });
  if (!isRefusal(done) && done.length > 0) tellPromise(work, 'agree.promise', dueAt, values);
  return done;
};
