/** Putting it right: proposing and approving remedies, tasks, the end of the case. */
import { approveRemedy } from '../../app/approveRemedy.ts';
import { completeTask } from '../../app/completeTask.ts';
import { proposeRemedy } from '../../app/proposeRemedy.ts';
import { reopenCase } from '../../app/reopenCase.ts';
import { resolveCase } from '../../app/resolveCase.ts';
import type { Remedy } from '../../domain/remedy.ts';
import type { Route } from '../../http/route.ts';
import { decision, nothing, remedyProposal, resolution } from '../../ports/deskApi.ts';
import type { DeskDeps } from './deskDeps.ts';
import { verb } from './verb.ts';

/** Without the fields that were left empty. */
const stated = (proposal: object): Remedy =>
  Object.fromEntries(
    Object.entries(proposal).filter(([, value]) => value !== undefined),
  ) as unknown as Remedy;

export const settleRoutes = (desk: DeskDeps): readonly Route[] => {
  const { deps } = desk;
  return [
    verb(desk, {
      path: 'remedies',
      summary: 'Proposes a remedy: within the limit it is offered, above it a supervisor decides first',
      body: remedyProposal,
      act: (click, body) => proposeRemedy(deps, { ...click, remedies: [stated(body)] }),
    }),
    verb(desk, {
      path: 'remedies/:offerId/decision',
      summary: 'Approves or declines a proposed remedy, with a reason',
      body: decision,
      act: (click, body, { offerId = '' }) => approveRemedy(deps, { ...click, offerId, ...body }),
    }),
    verb(desk, {
      path: 'tasks/:taskId/done',
      summary: 'A department has done its part',
      body: nothing,
      act: (click, _, { taskId = '' }) => completeTask(deps, { ...click, taskId }),
    }),
    verb(desk, {
      path: 'resolve',
      summary: 'The matter is put right; refused while something promised is still owed',
      body: resolution,
      act: (click, body) => resolveCase(deps, { ...click, ...body }),
    }),
    verb(desk, {
      path: 'reopen',
      summary: 'Takes a settled case up again',
      body: nothing,
      act: (click) => reopenCase(deps, click),
    }),
  ];
};
