/** Where a case stands. */
import type { CardData } from '../../../ports/cards.ts';
import { useView } from '../view.ts';

export const CaseCard = ({ data }: { readonly data: CardData['case'] }) => {
  const { t } = useView();
  return (
    <article class="card case" aria-label={`${t('case.title')} ${data.number}`}>
      <div class="card-head">
        <h2>{t('case.title')}</h2>
        <span class="number">{t('receipt.number', { number: data.number })}</span>
      </div>
      <p dir="auto">{data.statusText}</p>
      {data.dueText ? <p class="due">{t('case.due', { due: data.dueText })}</p> : null}
    </article>
  );
};
