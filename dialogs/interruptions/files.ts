/** Files are taken at any point; one that comes without words is acknowledged and the talk goes on. */
import { carryOn } from '../carryOn.ts';
import type { Interruption } from './interruption.ts';

export const toFiles: Interruption = async (scene) => {
  const { work, text } = scene;
  const count = work.line?.attachments?.length ?? 0;
  if (count === 0) return false;
  work.say('files.thanks');
  if (text !== '') return false;
  if (work.case?.holder.kind === 'queue') return true;
  if (work.case && work.case.status !== 'closed') await carryOn(scene);
  else work.say('greet.invite');
  return true;
};
