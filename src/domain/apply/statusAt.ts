/** The status that follows from who holds an open case and whether work is still to be done. */
import type { Holder } from '../actor.ts';
import type { Case, CaseStatus } from '../case.ts';
import { openTasks } from '../tasks.ts';

export const statusAt = (current: Pick<Case, 'status' | 'tasks'>, holder: Holder): CaseStatus => {
  if (current.status === 'resolved' || current.status === 'closed') return current.status;
  if (holder.kind === 'queue') return 'queued';
  if (openTasks(current).length > 0) return 'settling';
  return holder.kind === 'agent' ? 'with-agent' : 'with-bot';
};
