/** Step 10, agree: the plan accepted in writing, carried out by a named department, with a promise of date and time. */
import { dueText } from '../../src/app/dueText.ts';
import { remedyTitle } from '../../src/app/remedyText.ts';
import { remedyDue } from '../../src/domain/dueBy.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { RemedyOffer } from '../../src/domain/remedy.ts';
import type { Scene } from '../scene.ts';
import { done, type Turned } from '../step.ts';
import { handOver } from './handOver.ts';

export const agree = async (scene: Scene, offer: RemedyOffer): Turned => {
  const { work, text } = scene;
  if (!work.case) return handOver(scene, 'no-policy');
  const dueAt = remedyDue(work.case, offer.remedy, work.now, work.policy);
  const due = dueText(work, dueAt);
  const values = { remedy: remedyTitle(work, offer.remedy), due, number: work.case.number };
  const told = work.word('agree.promise', values);
  const accepted = work.do({ type: 'answerRemedy', offerId: offer.id, accepted: true, words: text, told });
  if (isRefusal(accepted)) return handOver(scene, 'no-policy');
  work.say('agree.promise', { values, card: { kind: 'promise', data: { text: told, dueAt, dueText: due } } });
  return done(scene);
};
