/** What stays of a case when its customer has everything deleted: figures, and nothing that points at a person. */
import type { Case } from './case.ts';
import type { CauseFinding } from './cause.ts';
import type { Remedy } from './remedy.ts';

const withoutNote = ({ note: _, ...remedy }: Remedy): Remedy => remedy;

const withoutLine = ({ lineId: _, ...finding }: CauseFinding): CauseFinding => finding;

export const anonymousCase = (whole: Case): Case => {
  const { confirmed: _, result: __, agreement, satisfaction, found, ...rest } = whole;
  const { words: ___, ...tension } = whole.tension;
  return {
    ...rest,
    customer: { id: 'erased', tier: whole.customer.tier },
    facts: {},
    skipped: [],
    opening: '',
    tension,
    ...(found && { found: withoutLine(found) }),
    offers: whole.offers.map(({ reason: _reason, ...offer }) => ({
      ...offer,
      by: offer.by.kind === 'customer' ? { kind: 'customer', id: 'erased' } : offer.by,
      remedy: withoutNote(offer.remedy),
    })),
    ...(agreement && { agreement: { ...agreement, remedy: withoutNote(agreement.remedy), words: '' } }),
    tasks: whole.tasks.map((task) => ({ ...task, remedy: withoutNote(task.remedy) })),
    promises: whole.promises.map((promise) => ({ ...promise, told: '' })),
    ...(satisfaction && { satisfaction: { score: satisfaction.score, at: satisfaction.at } }),
    origins: [],
  };
};
