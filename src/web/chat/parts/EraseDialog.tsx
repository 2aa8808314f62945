/** Deleting one's data cannot be undone: asked once more, with "keep" as the first answer. */
import { Modal } from '../../base/Modal.tsx';
import { useView } from '../view.ts';

export const EraseDialog = ({ close }: { readonly close: () => void }) => {
  const { chat, t } = useView();
  const erase = () => {
    close();
    void chat.erase();
  };
  return (
    <Modal title={t('erase.title')} close={close}>
      <p>{t('erase.text')}</p>
      <div class="row">
        <button type="button" class="button" onClick={close}>
          {t('erase.keep')}
        </button>
        <button type="button" class="button danger" onClick={erase}>
          {t('erase.confirm')}
        </button>
      </div>
    </Modal>
  );
};
