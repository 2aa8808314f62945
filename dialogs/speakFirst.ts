/** The bot speaks without being asked: by the clock, at the start, or when a person gives the case back. */
import type { DialogContext } from 'botbuilder-dialogs';
import { dueText } from '../src/app/dueText.ts';
import type { CaseKind } from '../src/domain/case.ts';
import type { PromiseKind } from '../src/domain/promise.ts';
import { openPromises } from '../src/domain/promises.ts';
import type { Occasion } from '../src/ports/bot.ts';
import { carryOn } from './carryOn.ts';
import { type Scene, sceneOf } from './scene.ts';
import { handOver } from './steps/handOver.ts';
import { languageCard } from './words/languageCard.ts';

const welcome = async ({ work }: Scene): Promise<void> => {
  work.say('welcome.hello', work.conversation.localeChosen ? {} : { card: languageCard(work) });
};

/** Nobody who praised us or made a suggestion is reminded of anything. */
const NEEDS_AN_ANSWER: readonly CaseKind[] = ['complaint', 'damage'];

/** Reminded once; then a person looks after a matter that must not be lost. */
const silence = async (scene: Scene): Promise<void> => {
  const { work } = scene;
  if (!work.case) return;
  if (!NEEDS_AN_ANSWER.includes(work.case.kind)) {
    work.do({ type: 'closeCase', reason: 'satisfied' });
    await scene.dc.cancelAllDialogs();
    return;
  }
  if (work.case.holder.kind === 'bot' && work.case.reminded > 0) {
    work.say('silence.person');
    await handOver(scene, 'silence');
    return;
  }
  work.say('silence.reminder', { values: { number: work.case.number } });
  work.do({ type: 'remindCustomer' });
};

/** Longest stretch between two updates, in turns of doubling: nobody wants to hear "not yet" three times a day. */
const DOUBLINGS = 3;

/** Each update of the same promise gives itself twice the time of the one before. */
const updateMinutes = ({ work }: Scene, kind: PromiseKind): number => {
  const before =
    work.case?.promises.filter((one) => one.kind === kind && one.state === 'renewed').length ?? 0;
  return work.policy.clocks.promise.update * 2 ** Math.min(before, DOUBLINGS);
};

/** How far it is and a new time, before the old one passes; where it has passed, with an apology. */
const promiseDue = async (scene: Scene): Promise<void> => {
  const { work } = scene;
  const current = work.case;
  const promise = openPromises(current ?? { promises: [] }).find(
    ({ id }) => id === current?.deadline?.promiseId,
  );
  if (!current || !promise) return;
  const [, from = work.now] = [promise.dueAt, work.now].toSorted();
  const dueAt = work.policy.hours.addWorkingMinutes(from, updateMinutes(scene, promise.kind));
  const key = work.now > promise.dueAt ? 'promise.late' : 'promise.update';
  const values = { due: dueText(work, dueAt), number: current.number };
  const told = work.word(key, values);
  work.do({ type: 'renewPromise', promiseId: promise.id, newPromiseId: work.newId(), dueAt, told });
  work.say(key, { values, card: { kind: 'promise', data: { text: told, dueAt, dueText: values.due } } });
};

const OCCASIONS: Readonly<Record<Occasion, (scene: Scene) => Promise<unknown>>> = {
  welcome,
  silence,
  'promise-due': promiseDue,
  'ask-satisfaction': ({ dc }) => dc.cancelAllDialogs().then(() => dc.beginDialog('follow-up', {})),
  'remind-satisfaction': ({ dc }) =>
    dc.cancelAllDialogs().then(() => dc.beginDialog('follow-up', { reminds: true })),
  'returned-to-bot': async (scene) => {
    scene.work.say('returned.hello');
    await carryOn(scene);
  },
};

export const speakFirst = async (dc: DialogContext, occasion: Occasion): Promise<void> => {
  await OCCASIONS[occasion](sceneOf(dc));
};
