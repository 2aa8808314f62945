/** An agent has put the matter right. Refused while something that was promised or agreed is still owed. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { tellCustomer } from './tellCustomer.ts';

/** `result` is for the record; what the customer reads is the house's sentence. */
export const resolveCase = (
  deps: Deps,
  click: Click & { readonly result: string },
): Promise<Case | Refusal> =>
  actOnCase(deps, click, (work, current) => {
    const resolved = work.do({ type: 'resolveCase', by: click.agent, result: click.result });
    if (isRefusal(resolved)) return resolved;
    tellCustomer(work, 'desk.resolved', { number: current.number });
    return undefined;
  });
