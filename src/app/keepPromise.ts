/** An agent has kept a promise. What they did they have told the customer themselves. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';

export const keepPromise = (
  deps: Deps,
  click: Click & { readonly promiseId: string },
): Promise<Case | Refusal> =>
  actOnCase(deps, click, (work) => {
    const kept = work.do({ type: 'keepPromise', by: click.agent, promiseId: click.promiseId });
    return isRefusal(kept) ? kept : undefined;
  });
