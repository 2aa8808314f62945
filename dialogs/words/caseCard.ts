/** The card of a case: its number, how far it is, and by when there is news. */

import { dueText } from '../../src/app/dueText.ts';
import type { Case } from '../../src/domain/case.ts';
import { openPromises } from '../../src/domain/promises.ts';
import type { AnyCard } from '../../src/ports/cards.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';

export const statusText = (work: TurnWork, status: Case['status']): string => work.word(`status.${status}`);

/** When the customer hears next, where that was promised. */
export const nextDue = (work: TurnWork, current: Case): string | undefined => {
  const [next] = openPromises(current).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  return next && dueText(work, next.dueAt);
};

export const caseCard = (work: TurnWork, current: Case): AnyCard => {
  const due = nextDue(work, current);
  return {
    kind: 'case',
    data: {
      number: current.number,
      status: current.status,
      statusText: statusText(work, current.status),
      ...(due ? { dueText: due } : {}),
    },
  };
};
