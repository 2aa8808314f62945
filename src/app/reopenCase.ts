/** A case that seemed settled is taken up again by the same owner, with a new time for an answer. */
import type { Case } from '../domain/case.ts';
import { promiseDue } from '../domain/dueBy.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { promiseText, tellPromise } from './promiseToTell.ts';

export const reopenCase = (deps: Deps, click: Click): Promise<Case | Refusal> =>
  actOnCase(deps, click, (work) => {
    const dueAt = promiseDue('first-answer', work.now, work.policy);
    const told = promiseText(work, 'desk.reopened', dueAt);
    const reopened = work.do({ type: 'reopenCase', by: click.agent, told });
    if (isRefusal(reopened)) return reopened;
    tellPromise(work, 'desk.reopened', dueAt);
    return undefined;
  });
