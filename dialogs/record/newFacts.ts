/** The facts of a line that go onto the record: what is missing, what is corrected, what is said better than before. */
import { isHeated } from '../../src/domain/calmness.ts';
import { FACT_FIELDS, type FactField, type Facts } from '../../src/domain/facts.ts';
import type { Slots } from '../../src/domain/reading.ts';
import type { Reading } from '../../src/ports/understanding.ts';
import type { Scene } from '../scene.ts';
import { isAnybody, isAnywhere } from './kindOfWord.ts';
import { otherDay } from './otherDay.ts';
import { answersTheQuestion, pendingFields } from './pending.ts';

/** `overwrite`: the record is open for changes, whatever the line says is a change. */
export type Mode = 'missing' | 'overwrite';

/** What they want now counts, not what they wanted before. */
const ALWAYS_NEWEST: readonly FactField[] = ['remedy'];
/** "No, sorry, order 90121" */
const NUMBERS: readonly FactField[] = ['order', 'phone', 'batch'];
const IN_WORDS: readonly FactField[] = ['who', 'where', 'what', 'how'];

/** "Today" said again as "today at noon": the fuller words take the place of the shorter. */
const isFuller = (before: unknown, now: unknown): boolean => {
  const text = (value: unknown) =>
    typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : String(value);
  return text(now) !== text(before) && text(now).includes(text(before));
};

/** "You ruined my weekend" is not when it happened: a time from an outburst gives way to one told calmly. */
const givesWay = (scene: Scene, field: FactField): boolean =>
  field === 'when' && scene.memory.hotWhen === scene.work.case?.facts.when?.text;

/** "The tall one with glasses" takes the place of "a waiter", "your Main Street branch" that of "restaurant". */
const isMorePrecise = ({ work }: Scene, field: FactField, value: unknown): boolean => {
  const isVague = { who: isAnybody, where: isAnywhere }[field as string];
  const before = work.case?.facts[field];
  if (!isVague || typeof before !== 'string' || typeof value !== 'string') return false;
  return isVague(work, before) && !isVague(work, value);
};

/** Asked who it was, "the tall one with glasses" tells of no goods. */
const describesSomebody = (scene: Scene, field: FactField, { cause }: Reading): boolean =>
  field === 'what' && cause === undefined && pendingFields(scene).includes('who');

/** "The agent said today": what was promised for a time that is not over is no time at which it happened. */
const isPromisedFor = ({ work }: Scene, field: FactField, { cause, slots }: Reading): boolean =>
  field === 'when' &&
  cause?.sub === 'broken-promise' &&
  slots.when?.to !== undefined &&
  Date.parse(slots.when.to) > Date.parse(work.now);

/** "I don't know what he's called" names nobody; who is praised in the middle of a complaint is not whom it is about. */
const namesNobody = (scene: Scene, { intent }: Reading): boolean => {
  const aside = intent === 'praise' && scene.work.case?.kind !== 'praise';
  return intent === 'unsure' || (aside && !answersTheQuestion(scene));
};

const newValue = ({ work }: Scene, { slots, corrects }: Reading, field: FactField): unknown => {
  const before = work.case?.facts.when;
  const putsRight = field === 'when' && before && slots.when && corrects.includes('when');
  return putsRight ? otherDay(before, slots.when, work.line?.text ?? '') : slots[field as keyof Slots];
};

export const newFacts = (scene: Scene, reading: Reading, mode: Mode): Facts => {
  const known = scene.work.case?.facts ?? {};
  const isNew = ([field, value]: readonly [FactField, unknown]): boolean =>
    mode === 'overwrite' ||
    known[field] === undefined ||
    ALWAYS_NEWEST.includes(field) ||
    isFuller(known[field], value) ||
    givesWay(scene, field) ||
    isMorePrecise(scene, field, value) ||
    (reading.intent === 'no' && NUMBERS.includes(field)) ||
    reading.corrects.includes(field as keyof Slots);
  const facts: Facts = Object.fromEntries(
    FACT_FIELDS.filter((field) => reading.slots[field as keyof Slots] !== undefined)
      .filter((field) => !namesNobody(scene, reading) || !IN_WORDS.includes(field))
      .filter((field) => !isPromisedFor(scene, field, reading) && !describesSomebody(scene, field, reading))
      .map((field) => [field, newValue(scene, reading, field)] as const)
      .filter(isNew),
  );
  if (facts.when && isHeated({ now: reading.tension })) scene.memory.hotWhen = facts.when.text;
  return facts;
};
