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

/** Most events leave no gap, and then nothing is copied. */
const withoutGaps = (whole: Case & Change): Case => {
  if (!Object.values(whole).includes(undefined)) return whole as Case;
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as unknown as Case;
};

/** `decide` has applied each event already when its caller does: the same step is not made twice. */
const steps = new WeakMap<CaseEvent, { readonly before: Case | undefined; readonly after: Case }>();

/** Throws `event-out-of-order` when the event is not the next one of this case. */
export const evolve = (current: Case | undefined, event: CaseEvent): Case => {
  const made = steps.get(event);
  if (made && made.before === current) return made.after;
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
  const whole = { ...before, ...apply(before, event), version: event.version, origins } as Case & Change;
  const after = withoutGaps(whole);
  steps.set(event, { before: current, after });
  return after;
};
