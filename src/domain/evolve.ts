/** Applies one event to a case. Asks nothing, refuses nothing but a gap. */
import type { Appliers, Change } from './apply/change.ts';
import { endAppliers } from './apply/endAppliers.ts';
import { handAppliers } from './apply/handAppliers.ts';
import { newCase } from './apply/newCase.ts';
import { promiseAppliers } from './apply/promiseAppliers.ts';
import { recordAppliers } from './apply/recordAppliers.ts';
import { remedyAppliers } from './apply/remedyAppliers.ts';
import type { Case } from './case.ts';
import type { CaseEvent } from './event.ts';
import { Fault } from './fault.ts';

/** How many origin ids a case remembers: retries come within minutes, not within 200 commands. */
const REMEMBERED = 200;

const APPLY: Appliers = {
  caseOpened: () => ({}),
  ...recordAppliers,
  ...remedyAppliers,
  ...handAppliers,
  ...promiseAppliers,
  ...endAppliers,
};

/** `whole` is nobody else's yet; most events leave no gap, and then nothing is copied. */
const withoutGaps = (whole: Case & Change): Case => {
  const fields = whole as unknown as Record<string, unknown>;
  for (const name in fields) if (fields[name] === undefined) delete fields[name];
  return whole as Case;
};

/** Throws `event-out-of-order` when the event is not the next one of this case. */
export const evolve = (current: Case | undefined, event: CaseEvent): Case => {
  const before = event.type === 'caseOpened' && !current ? newCase(event) : current;
  if (!before || event.version !== before.version + 1) {
    throw new Fault(
      'event-out-of-order',
      `event ${event.version} does not follow ${before?.version ?? 'nothing'}`,
    );
  }
  const apply = APPLY[event.type] as (current: Case, event: CaseEvent) => Change;
  const known = before.origins.at(-1) === event.origin;
  const origins = known ? before.origins : [...before.origins, event.origin].slice(-REMEMBERED);
  return withoutGaps({ ...before, ...apply(before, event), version: event.version, origins } as Case &
    Change);
};
