/** Ways to put it right: what was offered, what waits for approval, and a new proposal. */
import type { CaseRecord } from '../../../ports/deskApi.ts';
import { useDesk } from '../view.ts';
import { Decide } from './Decide.tsx';
import { Propose } from './Propose.tsx';

type Offer = CaseRecord['offers'][number];

const useTermsOf = () => {
  const { word, locale } = useDesk();
  return ({ remedy }: Offer): string => {
    const { kind, amount, currency, percent, note } = remedy;
    const money =
      amount !== undefined && currency
        ? new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'narrowSymbol',
          }).format(amount)
        : undefined;
    const parts = [word('kind', kind), money, percent === undefined ? undefined : `${percent}%`, note];
    return parts.filter((part) => part !== undefined && part !== '').join(' · ');
  };
};

const OneOffer = ({ of, offer }: { readonly of: CaseRecord; readonly offer: Offer }) => {
  const { t, me } = useDesk();
  const terms = useTermsOf();
  const mayDecide = offer.state === 'proposed' && (me.role !== 'agent' || offer.by.kind === 'customer');
  return (
    <li>
      <p dir="auto">{terms(offer)}</p>
      <span class={`tag ${offer.state}`}>{t(`remedy.${offer.state}`)}</span>
      {mayDecide ? <Decide caseId={of.id} offerId={offer.id} /> : null}
    </li>
  );
};

export const Remedies = ({ of, mine }: { readonly of: CaseRecord; readonly mine: boolean }) => {
  const { t } = useDesk();
  if (of.offers.length === 0 && !mine) return null;
  return (
    <section>
      <h3>{t('remedy.title')}</h3>
      <ul class="plain">
        {of.offers.map((offer) => (
          <OneOffer key={offer.id} of={of} offer={offer} />
        ))}
      </ul>
      {mine ? <Propose of={of} /> : null}
    </section>
  );
};
