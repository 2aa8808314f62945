/** The whole conversation with the customer, and the notes among colleagues. */
import { useEffect, useRef } from 'preact/hooks';
import type { DeskLine } from '../../../ports/deskApi.ts';
import { Icon } from '../../base/Icon.tsx';
import { momentOf, useDesk } from '../view.ts';

const sideOf = ({ from, audience }: DeskLine): string => {
  if (audience === 'note') return 'note';
  return from.kind === 'customer' ? 'customer' : 'ours';
};

const OneLine = ({ line }: { readonly line: DeskLine }) => {
  const { t, locale } = useDesk();
  const { from, text, at, attachments } = line;
  const name = from.kind === 'agent' ? from.name : t(`who.${from.kind}`);
  return (
    <li class={`entry ${sideOf(line)}`}>
      <p class="entry-head">
        {line.audience === 'note' ? <Icon name="note" /> : null}
        <b dir="auto">{name}</b> {line.audience === 'note' ? <span>{t('write.note')}</span> : null}
        <time dateTime={at}>{momentOf(at, locale)}</time>
      </p>
      {text ? (
        <p class="entry-text" dir="auto">
          {text}
        </p>
      ) : null}
      {attachments.map((file) => (
        <a
          key={file.id}
          class="entry-file"
          href={`/api/desk/files/${file.id}`}
          target="_blank"
          rel="noopener"
        >
          {file.contentType.startsWith('image/') ? (
            <img src={`/api/desk/files/${file.id}`} alt={file.name} />
          ) : (
            <>
              <Icon name="file" /> <span dir="auto">{file.name}</span>
            </>
          )}
        </a>
      ))}
    </li>
  );
};

export const History = ({
  lines,
  typing,
}: {
  readonly lines: readonly DeskLine[];
  readonly typing: boolean;
}) => {
  const { t } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const newest = lines.at(-1)?.id;
  useEffect(() => {
    if (newest) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [newest]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div class="history" ref={box} role="log" aria-label={t('page.conversation')} tabIndex={0}>
      <ol>
        {lines.map((line) => (
          <OneLine key={line.id} line={line} />
        ))}
      </ol>
      <p class="typing" role="status">
        {typing ? t('who.typing') : null}
      </p>
    </div>
  );
};
