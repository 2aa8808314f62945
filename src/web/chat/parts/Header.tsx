/** The top of the page: who is there for the customer now, a person at any moment, and the menu. */
import { Icon } from '../../base/Icon.tsx';
import type { Standing } from '../standing.ts';
import type { ChatState } from '../state.ts';
import { useView } from '../view.ts';
import { Face } from './Face.tsx';
import { Menu } from './Menu.tsx';

const statusOf = (
  { speaker, promise }: Standing,
  { link, waiting }: Pick<ChatState, 'link' | 'waiting'>,
  t: ReturnType<typeof useView>['t'],
): string => {
  const place = waiting?.place ?? promise?.place;
  if (link !== 'online') return t('status.connecting');
  if (speaker.kind === 'agent' && speaker.name) return t('status.agent', { name: speaker.name });
  if (place) return t('status.place', { place });
  if (promise && Date.parse(promise.dueAt) > Date.now()) return t('status.promise', { due: promise.dueText });
  return t('status.bot');
};

interface Props {
  readonly standing: Standing;
  readonly state: ChatState;
  readonly framed: boolean;
}

export const Header = ({ standing, state, framed }: Props) => {
  const { chat, t } = useView();
  const { speaker } = standing;
  const askForPerson = () => chat.say(t('menu.humanSay'), { action: 'human' });
  const closeFrame = () => parent.postMessage({ calmdesk: 'close' }, '*');
  return (
    <header class="header">
      <Face speaker={speaker} />
      <div class="who">
        <h1 dir="auto">{speaker.kind === 'agent' && speaker.name ? speaker.name : t('who.bot')}</h1>
        <p class="status">
          <span class={`dot ${state.link}`} />
          <span class="status-text">{statusOf(standing, state, t)}</span>
        </p>
      </div>
      {speaker.kind === 'agent' ? null : (
        <button type="button" class="button person" aria-label={t('menu.human')} onClick={askForPerson}>
          <Icon name="person" />
          {t('menu.humanShort')}
        </button>
      )}
      <Menu />
      {framed ? (
        <button type="button" class="icon-button" aria-label={t('close')} onClick={closeFrame}>
          <Icon name="close" />
        </button>
      ) : null}
    </header>
  );
};
