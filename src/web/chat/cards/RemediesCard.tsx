/** More than one way out, side by side; "none of these" is as easy to say as any of them. */
import { Icon } from '../../base/Icon.tsx';
import { useView } from '../view.ts';
import type { Answerable } from './answered.ts';

export const RemediesCard = ({ data, open, answers }: Answerable<'remedies'>) => {
  const { chat, t } = useView();
  const last = answers.at(-1);
  const chosen = last?.action === 'choose' ? last.offerId : undefined;
  const answerable = open && !last;
  return (
    <article class="card remedies" aria-label={t('remedies.title')}>
      <h2>{t('remedies.title')}</h2>
      <ul class="options">
        {data.options.map(({ offerId, title, detail, terms }) => (
          <li key={offerId} class={chosen === offerId ? 'option chosen' : 'option'}>
            <h3 dir="auto">{title}</h3>
            <p dir="auto">{detail}</p>
            {terms ? (
              <p class="terms" dir="auto">
                {terms}
              </p>
            ) : null}
            {answerable ? (
              <button
                type="button"
                class="button wide"
                aria-label={`${t('remedies.choose')} ${title}`}
                onClick={() => chat.say(t('remedies.chooseSay', { title }), { action: 'choose', offerId })}
              >
                {t('remedies.choose')}
              </button>
            ) : null}
            {chosen === offerId ? (
              <p class="done">
                <Icon name="check" />
                {t('remedies.chosen')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {answerable ? (
        <button
          type="button"
          class="button quiet wide"
          onClick={() => chat.say(t('remedies.noneSay'), { action: 'refuse' })}
        >
          {t('remedies.none')}
        </button>
      ) : null}
      {last?.action === 'refuse' ? <p class="card-hint">{t('remedies.declined')}</p> : null}
    </article>
  );
};
