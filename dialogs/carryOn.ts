/** Where the talk goes when nothing interrupts: back to the step that waits, or to what the case still needs. */
import { DialogReason } from 'botbuilder-dialogs';
import type { Scene } from './scene.ts';
import { type Turned, WAIT } from './step.ts';

const HEATED = 0.5;

/** A complaint by its words, by a cause, or by the heat alone. */
const complains = ({ reading }: Scene): boolean =>
  reading !== undefined &&
  (reading.intent === 'complaint' || reading.cause !== undefined || reading.tension >= HEATED);

/** Nothing waits for an answer: the case says what comes next, or a new talk begins. */
export const startTalk = async (scene: Scene): Turned => {
  const { work, dc } = scene;
  const current = work.case;
  if (current && current.status !== 'closed') {
    if (current.holder.kind !== 'bot') return WAIT;
    if (current.status === 'resolved') return dc.beginDialog('follow-up', { hears: true });
    if (current.status === 'settling') return dc.beginDialog('afterwards');
    return dc.beginDialog('complaint', { resumed: true });
  }
  if (complains(scene)) {
    delete scene.memory.words;
    delete scene.memory.cause;
    delete scene.memory.causeFixed;
    delete scene.memory.stance;
    return dc.beginDialog('complaint', {});
  }
  work.say('greet.invite');
  return WAIT;
};

/** After something else was talked about: the step that waits asks again. */
export const carryOn = async (scene: Scene): Turned => {
  const { dc, work } = scene;
  const active = dc.activeDialog;
  const dialog = active && dc.findDialog(active.id);
  if (dialog) return dialog.resumeDialog(dc, DialogReason.endCalled);
  const open = work.case && work.case.status === 'with-bot' && work.case.kind === 'complaint';
  return open ? startTalk(scene) : WAIT;
};
