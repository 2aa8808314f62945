/** A department has done its part of an agreement; the customer hears it at once. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { remedyTitle } from './remedyText.ts';
import { tellCustomer } from './tellCustomer.ts';

export const completeTask = (
  deps: Deps,
  click: Click & { readonly taskId: string },
): Promise<Case | Refusal> =>
  actOnCase(deps, click, (work, current) => {
    const completed = work.do({ type: 'completeTask', by: click.agent, taskId: click.taskId });
    if (isRefusal(completed)) return completed;
    const task = current.tasks.find(({ id }) => id === click.taskId);
    if (task) {
      tellCustomer(work, 'desk.done', { remedy: remedyTitle(work, task.remedy), number: current.number });
    }
    return undefined;
  });
