/** Remedies as the customer reads them: a list, and a card to choose from. */
import type { RemedyOffer } from '../domain/remedy.ts';
import { remedyDetail, remedyTitle } from './remedyText.ts';
import { tellCustomer } from './tellCustomer.ts';
import type { Work } from './work.ts';

/** Says what can be answered now; what still waits for approval the customer never sees. */
export const tellOffers = (work: Work, offers: readonly RemedyOffer[]): void => {
  const options = offers
    .filter(({ state }) => state === 'offered')
    .map(({ id, remedy }) => ({
      offerId: id,
      title: remedyTitle(work, remedy),
      detail: remedyDetail(work, remedy),
    }));
  if (options.length === 0) return;
  const list = options.map(({ title, detail }, index) =>
    work.word('fix.option', { place: index + 1, title, detail }),
  );
  const card = { kind: 'remedies', data: { options } } as const;
  tellCustomer(work, 'desk.offer', { options: list.join('\n') }, card);
};
