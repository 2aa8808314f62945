/** The desk's top line. */
import { Icon } from '../../base/Icon.tsx';
import { api } from '../api.ts';
import { useDesk } from '../view.ts';
import { LanguageSelect, type Speaks } from './LanguageSelect.tsx';

interface Props extends Speaks {
  readonly left: () => void;
  readonly online: boolean;
}

export const TopBar = ({ locale, speak, left, online }: Props) => {
  const { t, me } = useDesk();
  const leave = () => void api.signOut().then(left, left);
  return (
    <header class="top">
      <span class="mark" aria-hidden="true">
        <Icon name="wave" />
      </span>
      <h1>{t('page.title')}</h1>
      <span class="live" role="status">
        {online ? null : t('page.offline')}
      </span>
      <LanguageSelect locale={locale} speak={speak} />
      <span class="me" dir="auto">
        {me.name}
      </span>
      <button type="button" class="icon-button" aria-label={t('sign.out')} onClick={leave}>
        <Icon name="leave" />
      </button>
    </header>
  );
};
