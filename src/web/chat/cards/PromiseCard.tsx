/** A promise with its date and time, so that it can be held to. */
import type { CardData } from '../../../ports/cards.ts';
import { Icon } from '../../base/Icon.tsx';
import { useView } from '../view.ts';

export const PromiseCard = ({ data }: { readonly data: CardData['promise'] }) => {
  const { t } = useView();
  return (
    <article class="card promise" aria-label={t('promise.title')}>
      <Icon name="clock" />
      <div>
        <h2>{t('promise.title')}</h2>
        <p class="due">
          <time dateTime={data.dueAt} dir="auto">
            {t('promise.due', { due: data.dueText })}
          </time>
        </p>
        {data.place ? <p class="card-hint">{t('promise.place', { place: data.place })}</p> : null}
      </div>
    </article>
  );
};
