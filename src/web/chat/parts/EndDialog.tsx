/** Ending a conversation, with a rating for those who like to give one. */
import { useState } from 'preact/hooks';
import { Modal } from '../../base/Modal.tsx';
import { useView } from '../view.ts';
import { Scores } from './Scores.tsx';

export const EndDialog = ({ close }: { readonly close: () => void }) => {
  const { chat, t } = useView();
  const [score, setScore] = useState<number>();
  const end = () => {
    close();
    chat.end(t('end.say'), score ? { score, said: t('rating.say', { score }) } : undefined);
  };
  return (
    <Modal title={t('end.title')} close={close}>
      <p>{t('end.text')}</p>
      <Scores label={t('end.rate')} max={5} chosen={score} choose={setScore} />
      <div class="row">
        <button type="button" class="button" onClick={close}>
          {t('end.stay')}
        </button>
        <button type="button" class="button main" onClick={end}>
          {t('end.confirm')}
        </button>
      </div>
    </Modal>
  );
};
