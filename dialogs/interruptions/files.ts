/** Files are taken at any point; one that comes without words is acknowledged and the talk goes on. */

import { carryOn } from '../carryOn.ts';
import { isQueued, openCaseOf } from '../record/standing.ts';
import type { Interruption } from './interruption.ts';

export const toFiles: Interruption = async (scene) => {
  const { work, text } = scene;
  const count = work.line?.attachments?.length ?? 0;
  if (count === 0) return false;
  work.say('files.thanks');
  if (text !== '') return false;
  if (isQueued(work)) return true;
  if (openCaseOf(work)) await carryOn(scene);
  else work.say('greet.invite');
  return true;
};
