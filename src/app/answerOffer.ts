/** A button of the remedies card, pressed while an agent holds the case: it counts without the agent's doing. */

import { isRefusal } from '../domain/refusal.ts';
import { openOffers } from '../domain/remedyChoice.ts';
import { cardAnswer } from '../ports/cards.ts';
import { settleOffer } from './settleOffer.ts';
import type { Work } from './work.ts';

/** Whatever else was said waits for the agent. */
export const answerOffer = (work: Work): void => {
  const { line, conversation } = work;
  const parsed = cardAnswer.safeParse(line?.value);
  if (!line || !work.case || !parsed.success) return;
  const customer = { kind: 'customer', id: conversation.customer.id } as const;
  const answer = parsed.data;
  if (answer.action === 'choose') {
    const { offerId } = answer;
    const settled = settleOffer(work, customer, { offerId, accepted: true, words: line.text });
    if (isRefusal(settled)) work.say(`refusal.${settled.refused}`);
  }
  if (answer.action !== 'refuse') return;
  for (const { id } of openOffers(work.case)) {
    settleOffer(work, customer, { offerId: id, accepted: false, words: line.text });
  }
};
