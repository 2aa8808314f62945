/** How satisfied the customer is: one tap; words may follow in the chat. */

import { Scores } from '../parts/Scores.tsx';
import { useView } from '../view.ts';
import type { Answerable } from './answered.ts';

export const RatingCard = ({ data, open, answers }: Answerable<'rating'>) => {
  const { chat, t } = useView();
  const rated = answers.find((answer) => answer.action === 'rate');
  const score = rated?.action === 'rate' ? rated.score : undefined;
  const rate = (chosen: number) =>
    chat.say(t('rating.say', { score: chosen }), { action: 'rate', score: chosen });
  return (
    <article class="card rating" aria-label={t('rating.title')}>
      <Scores
        label={t('rating.title')}
        max={data.max}
        chosen={score}
        disabled={!open || score !== undefined}
        choose={rate}
      />
      {score ? <p class="done">{t('rating.thanks', { score })}</p> : null}
    </article>
  );
};
