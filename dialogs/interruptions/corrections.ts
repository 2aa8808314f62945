/** Any point of the record can be put right at any time, in words or in place on the card, also after the receipt. */
import { CAUSES, type Cause, type CauseGroup } from '../../src/domain/cause.ts';
import type { FactField, Facts } from '../../src/domain/facts.ts';
import { type Slots, WANTED_REMEDIES } from '../../src/domain/reading.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';
import { carryOn } from '../carryOn.ts';
import type { Scene } from '../scene.ts';
import type { Interruption } from './interruption.ts';

/** A label of the record as the customer wrote it back: a cause or a wish by its name. */
const causeNamed = (work: TurnWork, text: string): Cause | undefined => {
  for (const group of Object.keys(CAUSES) as CauseGroup[]) {
    const sub = CAUSES[group].find((name) => work.word(`cause.${name}`) === text);
    if (sub) return { group, sub };
    if (work.word(`cause.${group}`) === text) return { group };
  }
  return undefined;
};

const factFrom = (scene: Scene, field: FactField, text: string): Facts | undefined => {
  const read = scene.reading?.slots[field as keyof Slots];
  if (field === 'when') return { when: scene.reading?.slots.when ?? { text } };
  if (field === 'remedy') {
    const named = WANTED_REMEDIES.find((wish) => scene.work.word(`wish.${wish}`) === text);
    const remedy = named ?? scene.reading?.slots.remedy;
    return remedy && { remedy };
  }
  if (field === 'amount') return scene.reading?.slots.amount && { amount: scene.reading.slots.amount };
  return { [field]: typeof read === 'string' && field !== 'what' && field !== 'how' ? read : text };
};

/** Returns whether anything changed. */
const correctInPlace = (scene: Scene): boolean => {
  const { work, answer, memory } = scene;
  if (answer?.action !== 'correct') return false;
  const text = answer.text.trim();
  if (answer.field === 'cause') {
    const cause = causeNamed(work, text) ?? scene.reading?.cause;
    if (cause) {
      memory.causeFixed = true;
      work.do({
        type: 'judgeCase',
        by: { kind: 'customer', id: work.conversation.customer.id },
        cause: { group: cause.group, ...(cause.sub ? { sub: cause.sub } : {}) },
      });
    }
    return true;
  }
  const facts = factFrom(scene, answer.field, text);
  if (facts) work.do({ type: 'noteFacts', facts });
  return true;
};

const correctInWords = ({ reading, taken }: Scene): boolean =>
  (reading?.corrects ?? []).some((field) => (taken as readonly string[]).includes(field));

/** Back to the record when it was confirmed before; else to the step that waits. */
export const toCorrections: Interruption = async (scene) => {
  const { work, dc } = scene;
  if (!work.case || work.case.status === 'closed') return false;
  if (!correctInPlace(scene) && !correctInWords(scene)) return false;
  work.say('correct.done');
  const active = dc.activeDialog?.id;
  const confirmed = work.case.confirmed !== undefined;
  if (work.case.holder.kind === 'bot' && confirmed && active !== 'confirm')
    await dc.beginDialog('confirm', {});
  else if (work.case.holder.kind === 'bot') await carryOn(scene);
  return true;
};
