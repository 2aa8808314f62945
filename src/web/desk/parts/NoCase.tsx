/** Where the conversation will stand: nothing is open yet, or it is still on its way. */
import { Icon } from '../../base/Icon.tsx';
import { useDesk } from '../view.ts';

export const NoCase = ({ opening }: { readonly opening: boolean }) => {
  const { t } = useDesk();
  return (
    <main class="no-case">
      <a class="icon-button back" href="#list" aria-label={t('page.back')}>
        <Icon name="back" />
      </a>
      <p>{t(opening ? 'page.opening' : 'page.choose')}</p>
    </main>
  );
};
