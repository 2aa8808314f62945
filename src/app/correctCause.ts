/** An agent corrects the cause; the case keeps what it was before, as training material. The customer sees nothing. */
import type { Case } from '../domain/case.ts';
import type { Cause } from '../domain/cause.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';

export interface Correction extends Click {
  readonly cause: Cause;
  /** The cause that the agent saw (null: none); refused when it is another one by now. */
  readonly seen?: Cause | null;
}

export const correctCause = (deps: Deps, correction: Correction): Promise<Case | Refusal> =>
  actOnCase(deps, correction, (work) => {
    const { agent: by, cause, seen } = correction;
    const corrected = work.do({ type: 'correctCause', by, cause, ...(seen !== undefined && { seen }) });
    return isRefusal(corrected) ? corrected : undefined;
  });
