/** How offers, the agreement and its tasks change. */
import type { Case } from '../case.ts';
import type { RemedyOffer, Task } from '../remedy.ts';
import type { Appliers } from './change.ts';
import { statusAt } from './statusAt.ts';

type Events =
  | 'remedyProposed'
  | 'remedyDecided'
  | 'remedyAccepted'
  | 'remedyRefused'
  | 'taskCompleted'
  | 'taskDropped';

const editOffer = (
  current: Case,
  id: string,
  state: RemedyOffer['state'],
  rest: Partial<RemedyOffer> = {},
): readonly RemedyOffer[] =>
  current.offers.map((offer) => (offer.id === id ? { ...offer, ...rest, state } : offer));

const editTask = (current: Case, id: string, rest: Partial<Task>) => {
  const tasks = current.tasks.map((task) => (task.id === id ? { ...task, ...rest } : task));
  return { tasks, status: statusAt({ ...current, tasks }, current.holder) };
};

export const remedyAppliers: Pick<Appliers, Events> = {
  remedyProposed: (current, { offer }) => ({ offers: [...current.offers, offer] }),
  remedyDecided: (current, { offerId, approved, by, reason }) => ({
    offers: editOffer(current, offerId, approved ? 'offered' : 'rejected', { decidedBy: by, reason }),
  }),
  remedyAccepted: (current, { agreement, tasks: more }) => {
    const tasks = [...current.tasks, ...more];
    return {
      agreement,
      tasks,
      status: statusAt({ ...current, tasks }, current.holder),
      offers: current.offers.map((offer) => {
        if (offer.id === agreement.offerId) return { ...offer, state: 'accepted' as const };
        const open = offer.state === 'offered' || offer.state === 'proposed';
        return open ? { ...offer, state: 'withdrawn' as const } : offer;
      }),
    };
  },
  remedyRefused: (current, { offerId, words }) => ({
    offers: editOffer(current, offerId, 'refused', words ? { reason: words } : {}),
  }),
  taskCompleted: (current, { taskId, at }) => editTask(current, taskId, { doneAt: at }),
  taskDropped: (current, { taskId, at }) => editTask(current, taskId, { droppedAt: at }),
};
