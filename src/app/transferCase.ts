/** Passes a case to a colleague or back to the queue; the customer hears who goes on and by when. The owner stays. */
import type { Case, HumanReason } from '../domain/case.ts';
import type { TransferCase } from '../domain/command.ts';
import { promiseDue } from '../domain/dueBy.ts';
import { openPromises } from '../domain/promises.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { promiseText, tellPromise } from './promiseToTell.ts';
import type { Work } from './work.ts';

export interface Transfer extends Click {
  readonly to: TransferCase['to'];
  readonly reason?: HumanReason;
  /** What the colleague should know; the customer never sees it. */
  readonly note?: string;
}

/** What is promised already stands; else a first answer is promised. */
const dueAtFor = (work: Work): string => {
  const [next] = openPromises(work.case ?? { promises: [] }).toSorted((a, b) =>
    a.dueAt.localeCompare(b.dueAt),
  );
  return next && next.dueAt > work.now ? next.dueAt : promiseDue('first-answer', work.now, work.policy);
};

export const transferCase = (deps: Deps, transfer: Transfer): Promise<Case | Refusal> =>
  actOnCase(deps, transfer, (work) => {
    const { agent, to, reason, note } = transfer;
    const dueAt = dueAtFor(work);
    const key = to.kind === 'agent' ? 'desk.passed' : 'desk.queued';
    const values = to.kind === 'agent' ? { name: to.name } : {};
    const told = promiseText(work, key, dueAt, values);
    const passed = work.do({ type: 'transferCase', by: agent, to, told, ...(reason && { reason }) });
    if (isRefusal(passed)) return passed;
    if (passed.length > 0) tellPromise(work, key, dueAt, values);
    if (note) work.addLine({ kind: 'agent', id: agent.id, name: agent.name }, note, { audience: 'note' });
    return undefined;
  });
