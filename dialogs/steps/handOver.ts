/** Step 8, hand over: says who takes it, that they know everything so far, and by when there is an answer. */
import { dueText } from '../../src/app/dueText.ts';
import type { HumanReason } from '../../src/domain/case.ts';
import { promiseDue } from '../../src/domain/dueBy.ts';
import { openPromises } from '../../src/domain/promises.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { AnyCard } from '../../src/ports/cards.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';
import type { Scene } from '../scene.ts';
import { type Turned, WAIT } from '../step.ts';
import { openCase } from './receive.ts';

const promiseCard = (text: string, dueAt: string, due: string): AnyCard => ({
  kind: 'promise',
  data: { text, dueAt, dueText: due },
});

/** The time of the first answer: one that was promised before stands. */
const firstAnswerDue = (work: TurnWork): string => {
  const before = work.case && openPromises(work.case).find(({ kind }) => kind === 'first-answer');
  return before?.dueAt ?? promiseDue('first-answer', work.now, work.policy);
};

/** Without any gate: the case goes along as far as it is; one is opened where there is none. */
export const toPerson = (
  scene: Scene,
  reason: HumanReason,
  kind: 'complaint' | 'damage' = 'complaint',
): void => {
  const { work } = scene;
  const current = openCase(scene, kind);
  if (!current || current.holder.kind === 'agent') return;
  const before = openPromises(current).find((promise) => promise.kind === 'first-answer');
  if (current.holder.kind === 'queue' && before) {
    // They wait already and know until when: the desk hears the graver reason, the customer nothing twice.
    work.do({ type: 'requestHuman', reason, told: before.told });
    return;
  }
  const dueAt = firstAnswerDue(work);
  const due = dueText(work, dueAt);
  const key = work.policy.hours.isOpen(work.now) ? 'handover.open' : 'handover.closed';
  const values = { due, number: current.number };
  const told = work.word(key, values);
  const asked = work.do({ type: 'requestHuman', reason, told });
  if (isRefusal(asked)) {
    work.say(`refusal.${asked.refused}`, asked.details ? { values: asked.details } : {});
    return;
  }
  work.say(key, { values, card: promiseCard(told, dueAt, due) });
};

/** Hands over and leaves whatever was being talked about. */
export const handOver = async (scene: Scene, reason: HumanReason): Turned => {
  toPerson(scene, reason);
  await scene.dc.cancelAllDialogs();
  return WAIT;
};
