/** Writes what a line says onto the case: facts, corrections, cause, severity; asks nothing. */
import type { Cause } from '../src/domain/cause.ts';
import { FACT_FIELDS, type FactField, type Facts } from '../src/domain/facts.ts';
import type { Slots } from '../src/domain/reading.ts';
import type { CauseReading, Reading } from '../src/ports/understanding.ts';
import type { Scene } from './scene.ts';
import { ownWords } from './words/ownWords.ts';

export type Mode = 'missing' | 'overwrite';

const SEVERE = ['safety', 'legal', 'media', 'regulator', 'high'] as const;

/** Facts of the line that are new; ones that are known change only by correction or when the record is open for it. */
const factsToNote = (reading: Reading, known: Facts, mode: Mode): Facts =>
  Object.fromEntries(
    FACT_FIELDS.filter((field) => field in reading.slots)
      .map((field) => [field, reading.slots[field as keyof Slots]] as const)
      .filter(
        ([field, value]) =>
          value !== undefined &&
          (mode === 'overwrite' ||
            known[field] === undefined ||
            reading.corrects.includes(field as keyof Slots)),
      ),
  );

const causeOf = ({ group, sub }: CauseReading): Cause => ({ group, ...(sub ? { sub } : {}) });

const judgeCause = ({ work, reading, memory }: Scene): void => {
  const read = reading?.cause;
  if (!read || memory.causeFixed || (memory.cause && memory.cause.confidence >= read.confidence)) return;
  memory.cause = read;
  const others = (read.also ?? []).map(({ group, sub }) => ({ group, ...(sub ? { sub } : {}) }));
  work.do({ type: 'judgeCase', cause: causeOf(read), ...(others.length > 0 ? { otherCauses: others } : {}) });
};

const judgeSeverity = ({ work, reading }: Scene): void => {
  const severe = SEVERE.find((severity) => severity === reading?.severity);
  const worst = work.case?.severity ?? 'normal';
  const rank = (severity: string) => (SEVERE as readonly string[]).indexOf(severity);
  if (!severe || (rank(worst) >= 0 && rank(worst) <= rank(severe))) return;
  work.do({ type: 'judgeCase', severity: severe });
};

/** Returns the facts that the line brought. */
export const noteLine = (scene: Scene, mode: Mode = 'missing'): readonly FactField[] => {
  const { work, reading, memory } = scene;
  if (!reading || !work.case || work.case.status === 'closed') return [];
  const words = memory.words ?? ownWords(scene.text, reading);
  if (words) memory.words = words;
  const facts = factsToNote(reading, work.case.facts, mode);
  const before = work.case.facts;
  if (Object.keys(facts).length > 0) work.do({ type: 'noteFacts', facts });
  judgeCause(scene);
  judgeSeverity(scene);
  if (reading.stance) memory.stance = reading.stance;
  const after = work.case.facts;
  return FACT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
};
