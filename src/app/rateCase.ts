/** How satisfied the customer is, as they told an agent, e.g. on the telephone; 1 or 2 opens the case again. */
import type { Case } from '../domain/case.ts';
import { promiseDue } from '../domain/dueBy.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { promiseText, tellPromise } from './promiseToTell.ts';

export interface Rating extends Click {
  readonly score: number;
  readonly words?: string;
}

export const rateCase = (deps: Deps, rating: Rating): Promise<Case | Refusal> =>
  actOnCase(deps, rating, (work) => {
    const { agent: by, score, words } = rating;
    const dueAt = promiseDue('first-answer', work.now, work.policy);
    const told = promiseText(work, 'desk.reopened', dueAt);
    const rated = work.do({ type: 'rateCase', by, score, told, ...(words === undefined ? {} : { words }) });
    if (isRefusal(rated)) return rated;
    if (work.case?.status !== 'closed') tellPromise(work, 'desk.reopened', dueAt);
    return undefined;
  });
