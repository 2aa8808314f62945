/** Which side conversation a line begins, and when the step that waits comes first. */

import { findCaseNumber } from '../../src/app/caseNumber.ts';
import { isHeated } from '../../src/domain/calmness.ts';
import type { Intent } from '../../src/ports/understanding.ts';
import { namesTheCase } from '../record/kindOfWord.ts';
import { pendingFields } from '../record/pending.ts';
import { isQueued, openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import type { Interruption } from './interruption.ts';

const DIALOGS: Partial<Record<Intent, string>> = {
  praise: 'praise',
  damage: 'damage',
  suggestion: 'suggestion',
  question: 'question',
  status: 'status',
  cancel: 'cancel',
  'delete-data': 'erase',
};

/** They wait for an answer of their own, which must not be taken for a new matter. */
const ASKING: readonly string[] = ['praise', 'damage', 'status', 'cancel', 'erase', 'question'];
/** About the talk itself: these are answered whatever waits. */
const ALWAYS: readonly string[] = ['status', 'cancel', 'erase'];
/** A few words to the bot's question are an answer to it: praise and suggestions take more. */
const LONGER: readonly string[] = ['praise', 'suggestion'];
/** Letters; English takes more of them. */
const FEW = { han: 8, latin: 20 };
/** With a wish for a remedy these are a complaint; a question about refunds stays a question. */
const WISHFUL: readonly string[] = ['status', 'cancel', 'damage'];
const HEATED = 0.4;
const ANGRY = 0.6;
const SURE = 0.5;
const SURELY_GOODS = 0.8;
/** Steps at which a complaint is being put right: breaking goods is then part of the story. */
const IN_COMPLAINT: readonly string[] = ['listen', 'clarify', 'gather', 'confirm', 'judge', 'fix'];

const isShort = (text: string): boolean => text.length < FEW[/\p{Script=Han}/u.test(text) ? 'han' : 'latin'];

/** One of several offers, a few words, or a wish: "do better next time" says what they would like us to do. */
const isAnswer = (scene: Scene, side: string): boolean =>
  scene.reading?.choice !== undefined ||
  (LONGER.includes(side) && isShort(scene.text)) ||
  (side === 'suggestion' && pendingFields(scene).includes('remedy'));

/** "No, thanks" and "never mind" to a question that may be skipped turn down the question, not the complaint. */
const declinesTheQuestion = (scene: Scene, side: string): boolean =>
  side === 'cancel' &&
  pendingFields(scene).length > 0 &&
  isShort(scene.text) &&
  !namesTheCase(scene.work, scene.text);

const blocked = (scene: Scene, side: string): boolean => {
  const { dc, work, taken, reading } = scene;
  const active = dc.activeDialog?.id;
  if (!active) return false;
  if (ASKING.includes(active)) return side !== 'erase' || active === 'erase';
  // A line that answers the question in hand is an answer, whatever else it sounds like.
  if (side !== 'erase' && (taken.length > 0 || reading?.slots.remedy !== undefined)) return true;
  if (active === 'follow-up') return side !== 'erase';
  if (ALWAYS.includes(side)) return declinesTheQuestion(scene, side);
  if (isAnswer(scene, side)) return true;
  if (side === 'damage' && IN_COMPLAINT.includes(active)) return true;
  return active === 'listen' && work.case !== undefined && isHeated(work.case.tension);
};

/** Goods that came broken read much like goods that the customer broke; only a sure cause tells. */
export const cameBroken = ({ reading }: Scene): boolean =>
  reading?.cause?.group === 'product' && reading.cause.confidence >= SURELY_GOODS;

/** An order number belongs to a matter of one's own, not to an idea for the shop. */
const hasOwnMatter = ({ reading }: Scene, side: string): boolean =>
  side === 'suggestion' && reading?.slots.order !== undefined;

/** A matter with a named cause is a complaint, whatever else its words resemble. */
const isComplaint = (scene: Scene, side: string): boolean => {
  const { reading, work, text } = scene;
  const cause = reading?.cause;
  const open = openCaseOf(work) !== undefined;
  const wishes = reading?.slots.remedy !== undefined && !open && WISHFUL.includes(side);
  if (wishes || hasOwnMatter(scene, side) || (side === 'cancel' && reading?.stance === 'venting'))
    return true;
  if (side === 'status' && !open && reading?.slots.what && !findCaseNumber(text)) return true;
  if (!cause || side === 'erase') return false;
  if (ALWAYS.includes(side)) return !open && cause.confidence >= SURE && !findCaseNumber(text);
  if (side === 'damage') return cameBroken(scene) || (reading?.tension ?? 0) >= ANGRY;
  return (reading?.tension ?? 0) >= HEATED;
};

const sideOf = (scene: Scene): string | undefined => {
  const { reading, text, work, dc } = scene;
  const side = reading && DIALOGS[reading.intent];
  if (side) return isComplaint(scene, side) ? undefined : side;
  // A case number alone is the question how far it is.
  const number = dc.activeDialog ? undefined : findCaseNumber(text);
  return number && text.length <= 20 && !isQueued(work) ? 'status' : undefined;
};

export const toSide: Interruption = async (scene) => {
  const side = sideOf(scene);
  if (!side || blocked(scene, side)) return false;
  const queued = isQueued(scene.work);
  if (queued && !ALWAYS.includes(side)) return false;
  await scene.dc.beginDialog(side, {});
  return true;
};
