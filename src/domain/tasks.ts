/** The work that is still to be done for a case. */
import type { Case } from './case.ts';
import type { Task } from './remedy.ts';

export const openTasks = (current: Pick<Case, 'tasks'>): readonly Task[] =>
  current.tasks.filter((task) => !task.doneAt && !task.droppedAt);
