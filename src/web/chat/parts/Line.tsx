/** One line of the conversation: who, what, its files and card, and how far it has come. */
import { Icon } from '../../base/Icon.tsx';
import { besideCard } from '../besideCard.ts';
import { CardView } from '../cards/CardView.tsx';
import type { Speaker } from '../message.ts';
import type { Standing } from '../standing.ts';
import type { ChatText } from '../texts.ts';
import type { Entry } from '../thread.ts';
import { dayOf, timeOf, useView } from '../view.ts';
import { Face } from './Face.tsx';
import { Files } from './Files.tsx';

const nameOf = ({ kind, name }: Speaker, t: ChatText): string => {
  if (kind === 'customer') return t('who.you');
  if (kind === 'agent') return name ?? t('who.desk');
  return t(kind === 'bot' ? 'who.bot' : 'who.desk');
};

const Delivery = ({ entry, last }: { readonly entry: Entry; readonly last: boolean }) => {
  const { chat, t } = useView();
  const { delivery, refused, key } = entry;
  if (delivery === 'failed')
    return (
      <div class="failed">
        <p>{t(refused ? 'state.refused' : 'state.failed')}</p>
        <button type="button" class="button" onClick={() => chat.retry(key)}>
          <Icon name="retry" />
          {t('state.retry')}
        </button>
      </div>
    );
  if (!delivery || (delivery === 'sent' && !last)) return null;
  return (
    <span class={`delivery ${delivery}`}>
      <Icon name={delivery === 'sent' ? 'check' : 'clock'} />
      {t(`state.${delivery}`)}
    </span>
  );
};

interface Props {
  readonly entry: Entry;
  readonly standing: Standing;
  readonly last: boolean;
}

export const Line = ({ entry, standing, last }: Props) => {
  const view = useView();
  const { message, first, day } = entry;
  const { speaker, at, card, files } = message;
  const text = besideCard(message.text, card);
  const mine = speaker.kind === 'customer';
  return (
    <li class={`line ${mine ? 'mine' : 'theirs'} ${first ? 'first' : ''}`} data-delivery={entry.delivery}>
      {day ? <p class="day">{dayOf(at, view)}</p> : null}
      {mine ? null : first ? <Face speaker={speaker} /> : <span class="face none" />}
      <div class="said">
        <p class={first && !mine ? 'name' : 'sr'}>{nameOf(speaker, view.t)}</p>
        {text ? (
          <p class="bubble" dir="auto">
            {text}
          </p>
        ) : null}
        {files.length > 0 ? <Files files={files} /> : null}
        {card ? <CardView card={card} id={message.id} standing={standing} /> : null}
        <div class="meta">
          <time dateTime={at}>{timeOf(at, view.locale)}</time>
          <Delivery entry={entry} last={last} />
        </div>
      </div>
    </li>
  );
};
