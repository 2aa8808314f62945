/** The record of the matter: every row can be put right where it stands, and the whole confirmed. */
import type { CardAnswer, CardData } from '../../../ports/cards.ts';
import { Icon } from '../../base/Icon.tsx';
import { useView } from '../view.ts';
import type { Answerable } from './answered.ts';
import { RecordRow } from './RecordRow.tsx';

type Field = CardData['receipt']['fields'][number];

const correctedText = (field: Field, answers: readonly CardAnswer[]): string | undefined => {
  const last = answers.findLast((answer) => answer.action === 'correct' && answer.field === field.field);
  return last?.action === 'correct' ? last.text : undefined;
};

export const ReceiptCard = ({ data, open, answers }: Answerable<'receipt'>) => {
  const { chat, t } = useView();
  const confirmed = answers.some(({ action }) => action === 'confirm');
  const confirm = () => chat.say(t('receipt.confirmSay'), { action: 'confirm' });
  return (
    <article class="card receipt" aria-label={`${t('receipt.title')} ${data.number}`}>
      <div class="card-head">
        <h2>{t('receipt.title')}</h2>
        <span class="number">{t('receipt.number', { number: data.number })}</span>
      </div>
      <dl class="record">
        {data.fields.map((field) => (
          <RecordRow key={field.field} field={field} corrected={correctedText(field, answers)} open={open} />
        ))}
      </dl>
      {data.deadline ? (
        <p class="next">
          <Icon name="clock" />
          <span>
            <b>{t('receipt.next')}</b> <span dir="auto">{data.deadline.text}</span>
          </span>
        </p>
      ) : null}
      {confirmed ? (
        <p class="done">
          <Icon name="check" />
          {t('receipt.confirmed')}
        </p>
      ) : null}
      {open && !confirmed ? (
        <>
          <p class="card-hint">{t('receipt.hint')}</p>
          <button type="button" class="button main wide" onClick={confirm}>
            {t('receipt.confirm')}
          </button>
        </>
      ) : null}
    </article>
  );
};
