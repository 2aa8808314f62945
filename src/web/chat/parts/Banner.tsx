/** A quiet line at the top while something is the matter with the connection, or to tell something once. */
import { Icon } from '../../base/Icon.tsx';
import type { ChatState } from '../state.ts';
import { useView } from '../view.ts';

export const Banner = ({ link, notice }: Pick<ChatState, 'link' | 'notice'>) => {
  const { chat, t } = useView();
  const trouble = link === 'offline' || link === 'failed' ? link : undefined;
  const text = trouble ? t(`link.${trouble}`) : notice ? t(notice) : undefined;
  return (
    <div role="status">
      {text ? (
        <div class={trouble ? 'banner trouble' : 'banner'}>
          <span>{text}</span>
          {trouble ? (
            <button type="button" class="button quiet" onClick={() => chat.tryNow()}>
              <Icon name="retry" />
              {t('link.tryNow')}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
};
