/** The customer's answer to an offer, noted by the agent who heard it, e.g. on the telephone. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { settleOffer } from './settleOffer.ts';

export interface RemedyAnswer extends Click {
  readonly offerId: string;
  readonly accepted: boolean;
  /** The customer's own words. */
  readonly words: string;
}

export const answerRemedy = (deps: Deps, answer: RemedyAnswer): Promise<Case | Refusal> =>
  actOnCase(deps, answer, (work) => {
    const settled = settleOffer(work, answer.agent, answer);
    return isRefusal(settled) ? settled : undefined;
  });
