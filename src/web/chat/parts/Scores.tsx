/** One to five, as five large buttons; the words at both ends say which way is up. */
import { useView } from '../view.ts';

interface Props {
  readonly label: string;
  readonly max: number;
  readonly chosen: number | undefined;
  readonly disabled?: boolean;
  readonly choose: (score: number) => void;
}

export const Scores = ({ label, max, chosen, disabled = false, choose }: Props) => {
  const { t } = useView();
  return (
    <fieldset class="scores" disabled={disabled}>
      <legend>{label}</legend>
      <div class="score-row">
        {Array.from({ length: max }, (_, at) => at + 1).map((score) => (
          <button
            key={score}
            type="button"
            class="score"
            aria-label={t('rating.score', { score, max })}
            aria-pressed={chosen === score}
            onClick={() => choose(score)}
          >
            {score}
          </button>
        ))}
      </div>
      <div class="score-ends" aria-hidden="true">
        <span>{t('rating.low')}</span>
        <span>{t('rating.high')}</span>
      </div>
    </fieldset>
  );
};
