/** An agent proposes remedies: within their limit the customer hears at once, above it a supervisor first. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Remedy } from '../domain/remedy.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { tellOffers } from './offersToTell.ts';

export interface Proposal extends Click {
  readonly remedies: readonly Remedy[];
}

export const proposeRemedy = (deps: Deps, proposal: Proposal): Promise<Case | Refusal> =>
  actOnCase(deps, proposal, (work) => {
    const offers = proposal.remedies.map((remedy, index) => ({
      id: `${proposal.origin}:o${index + 1}`,
      remedy,
    }));
    const proposed = work.do({ type: 'proposeRemedy', by: proposal.agent, offers });
    if (isRefusal(proposed)) return proposed;
    const ids = offers.map(({ id }) => id);
    tellOffers(work, work.case?.offers.filter(({ id }) => ids.includes(id)) ?? []);
    return undefined;
  });
