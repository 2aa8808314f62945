/** What cannot wait: danger, injury, press, authorities, law, and the wish for a person. No gate, no statement. */
import type { HumanReason } from '../src/domain/case.ts';
import type { Severity } from '../src/domain/reading.ts';
import { handOver, toPerson } from './handOver.ts';
import type { Interruption } from './interruptions.ts';
import type { Scene } from './scene.ts';

type Urgent = Extract<Severity, 'safety' | 'media' | 'regulator' | 'legal'> & HumanReason;
const WORDS = 6;
const URGENT: readonly Urgent[] = ['safety', 'media', 'regulator', 'legal'];

/** Said once, even when the customer speaks of it again while they wait. */
const isNew = ({ work }: Scene, reason: Urgent): boolean =>
  work.case === undefined || work.case.status === 'closed' || work.case.humanReason !== reason;

/** A telephone or order number and hardly a word beside it: an answer, whatever else its digits resemble. */
const isNumber = ({ reading, text }: Scene): boolean =>
  (reading?.slots.phone ?? reading?.slots.order) !== undefined &&
  (text.match(/\p{L}/gu)?.length ?? 0) < WORDS;

export const toUrgent: Interruption = async (scene) => {
  const { work, reading } = scene;
  if (isNumber(scene)) return false;
  if (reading?.intent === 'danger') {
    work.say('urgent.danger');
    toPerson(scene, 'safety');
    work.do({ type: 'judgeCase', severity: 'safety' });
    await scene.dc.cancelAllDialogs();
    return true;
  }
  const reason = URGENT.find((severity) => severity === reading?.severity);
  if (!reason || !isNew(scene, reason) || work.case?.holder.kind === 'queue') return false;
  work.say(`urgent.${reason}`);
  await handOver(scene, reason);
  return true;
};

export const toPersonOnRequest: Interruption = async (scene) => {
  const { work, reading, answer } = scene;
  const said = reading?.intent === 'human' || reading?.needsHuman === true;
  const asks = answer?.action === 'human' || (said && !isNumber(scene));
  if (!asks || work.case?.holder.kind === 'queue') return false;
  if (work.case?.status === 'resolved') return false;
  await handOver(scene, 'asked');
  return true;
};
