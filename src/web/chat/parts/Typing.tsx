/** The other side is writing. */
import type { Speaker } from '../message.ts';
import { useView } from '../view.ts';
import { Face } from './Face.tsx';

export const Typing = ({ speaker }: { readonly speaker: Speaker }) => {
  const { t } = useView();
  const name = speaker.name ?? t(speaker.kind === 'agent' ? 'who.desk' : 'who.bot');
  return (
    <li class="line theirs first typing">
      <Face speaker={speaker} />
      <div class="said">
        <div class="bubble">
          <span class="sr">{t('who.typing', { name })}</span>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </div>
      </div>
    </li>
  );
};
