/** What cannot wait: danger, injury, press, authorities, law, and the wish for a person. No gate, no statement. */

import type { HumanReason } from '../../src/domain/case.ts';
import { openPromises } from '../../src/domain/promises.ts';
import type { Severity } from '../../src/domain/reading.ts';
import { isAside } from '../record/isAside.ts';
import { isNumber } from '../record/isNumber.ts';
import { isQueued, openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import { handOver, toPerson } from '../steps/handOver.ts';
import type { Interruption } from './interruption.ts';

type Urgent = Extract<Severity, 'safety' | 'media' | 'regulator' | 'legal'> & HumanReason;
const URGENT: readonly Urgent[] = ['safety', 'media', 'regulator', 'legal'];

/** Said once, even when the customer speaks of it again while they wait. */
const isNew = ({ work }: Scene, reason: Urgent): boolean => openCaseOf(work)?.humanReason !== reason;

/** What stands on a button is ours: "an apology from the manager" pressed is a choice, no call for the manager. */
const pressed = ({ answer }: Scene): boolean =>
  answer !== undefined && answer.action !== 'human' && answer.action !== 'correct';

/** Whoever waits for a person already and tells of an injury is asked after first; later words of it are met with care. */
const injuredWhileWaiting = (scene: Scene): boolean => {
  const { work, memory } = scene;
  const { case: current } = work;
  if (!current) return false;
  if (isNew(scene, 'safety')) {
    work.say('urgent.safety');
    work.do({ type: 'requestHuman', reason: 'safety', told: openPromises(current)[0]?.told ?? '' });
    return true;
  }
  if (memory.careTold === current.epoch) return false;
  memory.careTold = current.epoch;
  work.say('urgent.care');
  return true;
};

export const toUrgent: Interruption = async (scene) => {
  const { work, reading } = scene;
  if (pressed(scene) || isNumber(scene) || isAside(scene)) return false;
  if (reading?.intent === 'danger') {
    work.say('urgent.danger');
    toPerson(scene, 'safety');
    work.do({ type: 'judgeCase', severity: 'safety' });
    await scene.dc.cancelAllDialogs();
    return true;
  }
  const reason = reading?.hint ? undefined : URGENT.find((severity) => severity === reading?.severity);
  if (reason === 'safety' && isQueued(work)) return injuredWhileWaiting(scene);
  if (!reason || !isNew(scene, reason)) return false;
  work.say(`urgent.${reason}`);
  await handOver(scene, reason);
  return true;
};

export const toPersonOnRequest: Interruption = async (scene) => {
  const { work, reading, answer } = scene;
  const said = reading?.intent === 'human' || (reading?.needsHuman === true && !isAside(scene));
  const asks = answer?.action === 'human' || (said && !isNumber(scene));
  if (!asks || pressed(scene) || isQueued(work)) return false;
  if (work.case?.status === 'resolved') return false;
  await handOver(scene, 'asked');
  return true;
};
