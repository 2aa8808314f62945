/** The case as it is when it has just been opened, by the bot or by a person who registers it. */
import type { Case } from '../case.ts';
import type { CaseEvent } from '../event.ts';

export const newCase = (event: Extract<CaseEvent, { type: 'caseOpened' }>): Case => {
  const { opened, by, at } = event;
  const person = by.kind === 'agent' ? ({ kind: 'agent', id: by.id, name: by.name } as const) : undefined;
  const { caseId, tension, emotion, words, ...rest } = opened;
  // The bot answers in the turn that opens the case; on the phone and face to face a person does. A letter waits.
  const answered = !person || rest.channel === 'phone' || rest.channel === 'in-person';
  return {
    ...rest,
    id: caseId,
    version: 0,
    status: person ? 'with-agent' : 'with-bot',
    holder: person ?? { kind: 'bot' },
    epoch: 1,
    owner: person ?? { kind: 'bot' },
    receivedBy: person ?? { kind: 'bot' },
    ...(person && { handledBy: person }),
    facts: {},
    skipped: [],
    otherCauses: [],
    severity: 'normal',
    responsibility: 'unknown',
    stance: 'unknown',
    tension: {
      start: tension,
      peak: tension,
      now: tension,
      emotion,
      trend: 'steady',
      ...(words && { words }),
    },
    offers: [],
    tasks: [],
    promises: [],
    receivedAt: at,
    ...(answered && { firstAnsweredAt: at }),
    ...(answered && person && { personAnsweredAt: at }),
    heardAt: at,
    reopened: 0,
    reminded: 0,
    origins: [],
  };
};
