/** Greeting, thanks, insults and the end of the talk: one sentence, then on with the matter. */

import { carryOn, complains } from '../carryOn.ts';
import { isQueued, openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import type { Interruption } from './interruption.ts';

/** Steps in which "thanks" is an answer. */
const TAKES_THANKS: readonly string[] = [
  'confirm',
  'fix',
  'judge',
  'follow-up',
  'listen',
  'praise',
  'damage',
];
/** Letting off steam: insults are heard as such and not commented on. */
const TAKES_ABUSE: readonly string[] = ['listen', 'follow-up', 'cancel', 'erase'];

const ended = ({ work, answer }: Scene): boolean => {
  if (answer?.action !== 'end') return false;
  if (work.case?.status === 'resolved') return false;
  work.say('end.goodbye');
  return true;
};

const sentence = (scene: Scene): string | undefined => {
  const { reading, dc, work } = scene;
  const active = dc.activeDialog?.id ?? '';
  const open = openCaseOf(work) !== undefined;
  // "Hello, the kettle …": the greeting is not the matter.
  if (!open && reading?.intent !== 'abuse' && complains(scene)) return undefined;
  if (reading?.intent === 'greeting') return open ? 'greet.again' : 'greet.hello';
  if (reading?.intent === 'thanks' && !TAKES_THANKS.includes(active)) return 'thanks.welcome';
  if (reading?.intent === 'abuse' && active && !TAKES_ABUSE.includes(active)) return 'abuse.boundary';
  return undefined;
};

export const toSmallTalk: Interruption = async (scene) => {
  const { work } = scene;
  if (ended(scene)) return true;
  if (isQueued(work) || scene.taken.length > 0) return false;
  const key = sentence(scene);
  if (!key) return false;
  work.say(key);
  await carryOn(scene);
  return true;
};
