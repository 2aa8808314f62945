/** Where the talk goes when nothing interrupts: back to the step that waits, or to what the case still needs. */
import { DialogReason } from './botbuilder.ts';
import { forgetMatter, type Scene } from './scene.ts';
import { type Turned, WAIT } from './step.ts';

const HEATED = 0.5;

const TELLING = ['when', 'where', 'what', 'order'] as const;
/** Longer than a greeting; English takes twice the letters. */
const LONG = { han: 8, latin: 24 };

/** Facts in a line of some length are a matter, even where no word of complaint was recognised. */
const tellsOfSomething = ({ reading, text }: Scene): boolean =>
  text.length >= LONG[/\p{Script=Han}/u.test(text) ? 'han' : 'latin'] &&
  TELLING.some((slot) => reading?.slots[slot] !== undefined);

/** A complaint by its words, by a cause, by the heat alone, or by its facts. */
export const complains = (scene: Scene): boolean => {
  const { reading } = scene;
  if (!reading) return false;
  const said = reading.intent === 'complaint' || reading.cause !== undefined || reading.tension >= HEATED;
  // Whoever wants their money back has a matter, however few the words.
  return said || reading.slots.remedy !== undefined || tellsOfSomething(scene);
};

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
    forgetMatter(scene.memory);
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
