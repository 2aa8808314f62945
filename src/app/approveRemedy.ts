/** A supervisor decides on a remedy above the agent's limit, with a reason; granted, the customer hears of it. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { tellOffers } from './offersToTell.ts';

export interface Decision extends Click {
  readonly offerId: string;
  readonly approved: boolean;
  readonly reason: string;
}

export const approveRemedy = (deps: Deps, decision: Decision): Promise<Case | Refusal> =>
  actOnCase(deps, decision, (work) => {
    const { agent: by, offerId, approved, reason } = decision;
    const decided = work.do({ type: 'approveRemedy', by, offerId, approved, reason });
    if (isRefusal(decided)) return decided;
    tellOffers(work, work.case?.offers.filter(({ id }) => id === offerId) ?? []);
    return undefined;
  });
