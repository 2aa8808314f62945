/** After the end: a kind last word, and the way back. */
import { Icon } from '../../base/Icon.tsx';
import { useView } from '../view.ts';

export const Over = ({ over }: { readonly over: 'ended' | 'erased' }) => {
  const { chat, t } = useView();
  return (
    <section class={`over ${over}`} aria-live="polite">
      <p>{t(over === 'ended' ? 'end.done' : 'erase.done')}</p>
      <button type="button" class="button" onClick={() => void chat.anew()}>
        <Icon name="anew" />
        {t('menu.anew')}
      </button>
    </section>
  );
};
