/** Where the case in hand stands, as far as the talk depends on it. A closed one keeps its last holder, who no longer speaks. */
import type { Case } from '../../src/domain/case.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';

/** The case that is being talked about; undefined when there is none or it is closed. */
export const openCaseOf = ({ case: current }: Pick<TurnWork, 'case'>): Case | undefined =>
  current?.status === 'closed' ? undefined : current;

/** The customer waits for a person. */
export const isQueued = (work: Pick<TurnWork, 'case'>): boolean => openCaseOf(work)?.holder.kind === 'queue';
