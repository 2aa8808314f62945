/** Writes what a line says onto the case: facts, corrections, cause, severity; asks nothing. */

import { recordedSeverity } from '../../src/app/recordedSeverity.ts';
import { isHeated } from '../../src/domain/calmness.ts';
import { type CauseFinding, sameCause } from '../../src/domain/cause.ts';
import { FACT_FIELDS, type FactField } from '../../src/domain/facts.ts';
import type { CauseReading, Reading } from '../../src/ports/understanding.ts';
import type { Scene } from '../scene.ts';
import { isAside } from './isAside.ts';
import { isNumber } from './isNumber.ts';
import { causeOf } from './likelyCause.ts';
import { namedFact } from './namedFact.ts';
import { type Mode, newFacts } from './newFacts.ts';
import { ownWords } from './ownWords.ts';

const SEVERE = ['safety', 'legal', 'media', 'regulator', 'high'] as const;

/** Below this a first reading of the cause gives way to a surer one. */
const SURE = 0.5;

/** For the desk: how surely, from which line, and what came next. */
const findingOf = (read: CauseReading, lineId: string | undefined): CauseFinding => ({
  cause: causeOf(read),
  confidence: read.confidence,
  ...(read.runnerUp && { runnerUp: { cause: causeOf(read.runnerUp), confidence: read.runnerUp.confidence } }),
  ...(lineId && { lineId }),
});

/** The first cause that is sure stays the main one; what is complained of besides is kept with it. */
const judgeCause = ({ work, reading, memory }: Scene): void => {
  const read = reading?.cause;
  if (!read || work.case?.kind !== 'complaint') return;
  const fixed = memory.causeFixed || work.case.corrections !== undefined;
  const settled = fixed || (memory.cause !== undefined && memory.cause.confidence >= SURE);
  const replaces = !settled && read.confidence > (memory.cause?.confidence ?? 0);
  if (replaces) memory.cause = read;
  const main = replaces ? causeOf(read) : work.case.cause;
  const said = [...work.case.otherCauses, ...(read.confidence >= SURE ? [causeOf(read)] : [])];
  const also = [...said, ...(read.also ?? []).map(causeOf)]
    .filter((cause) => !main || !sameCause(cause, main))
    .filter((cause, index, all) => all.findIndex((other) => sameCause(cause, other)) === index);
  if (!replaces && also.length === work.case.otherCauses.length) return;
  const found = replaces ? { cause: causeOf(read), found: findingOf(read, work.line?.id) } : {};
  work.do({ type: 'judgeCase', ...found, otherCauses: also });
};

const judgeSeverity = (scene: Scene): void => {
  const { work, reading } = scene;
  if (!reading || isNumber(scene) || isAside(scene)) return;
  const recorded = recordedSeverity(reading);
  const severe = SEVERE.find((severity) => severity === recorded);
  const worst = work.case?.severity ?? 'normal';
  const rank = (severity: string) => (SEVERE as readonly string[]).indexOf(severity);
  if (!severe || (rank(worst) >= 0 && rank(worst) <= rank(severe))) return;
  work.do({ type: 'judgeCase', severity: severe });
};

/** "I want to complain", "500 back", "yesterday at eight" and "the one with glasses" are no story to be given back. */
const tellsOfIt = ({ work, reading }: Scene): boolean =>
  reading?.cause !== undefined ||
  reading?.slots.how !== undefined ||
  (reading?.slots.what !== undefined && work.case?.cause === undefined);

/** The first words that tell of the matter; what was said in an outburst gives way to what is told calmly. */
const keepWords = (scene: Scene, reading: Reading): void => {
  const { memory } = scene;
  const hot = isHeated({ now: reading.tension });
  if (!tellsOfIt(scene) || (memory.words && (hot || !memory.hotWords))) return;
  const words = ownWords(scene.text, reading);
  if (!words) return;
  memory.words = words;
  memory.hotWords = hot;
};

/** Returns the facts that the line brought. */
export const noteLine = (scene: Scene, mode: Mode = 'missing'): readonly FactField[] => {
  const { work, reading, memory } = scene;
  if (!reading || !work.case || work.case.status === 'closed') return [];
  keepWords(scene, reading);
  // A row named by its label is the one that is meant, and only that.
  const named = mode === 'overwrite' || reading.corrects.length > 0 ? namedFact(scene) : undefined;
  const facts = named ?? newFacts(scene, reading, mode);
  const before = work.case.facts;
  if (Object.keys(facts).length > 0) work.do({ type: 'noteFacts', facts });
  judgeCause(scene);
  judgeSeverity(scene);
  if (reading.stance) memory.stance = reading.stance;
  const after = work.case.facts;
  return FACT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
};
