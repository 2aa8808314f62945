/** One row of the record; touched, it becomes a place to write what is right. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardData } from '../../../ports/cards.ts';
import { Icon } from '../../base/Icon.tsx';
import { useView } from '../view.ts';
import { RowEditor } from './RowEditor.tsx';

interface Props {
  readonly field: CardData['receipt']['fields'][number];
  readonly corrected: string | undefined;
  readonly open: boolean;
}

type ShownProps = Pick<Props, 'corrected' | 'open'> & {
  readonly label: string;
  readonly text: string | undefined;
  readonly edit: () => void;
  /** The keyboard comes back here from the editor. */
  readonly back: boolean;
};

const Shown = ({ label, text, corrected, open, edit, back }: ShownProps) => {
  const { t } = useView();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (back) button.current?.focus();
  }, [back]);
  return (
    <>
      <span class={text ? 'record-text' : 'record-text missing'} dir="auto">
        {text ?? t('receipt.missing')}
        {corrected ? <span class="tag">{t('receipt.changed')}</span> : null}
      </span>
      {open ? (
        <button
          ref={button}
          type="button"
          class="icon-button"
          aria-label={t(text ? 'receipt.edit' : 'receipt.fill', { label })}
          onClick={edit}
        >
          <Icon name={text ? 'edit' : 'anew'} />
        </button>
      ) : null}
    </>
  );
};

export const RecordRow = ({ field, corrected, open }: Props) => {
  const { chat, t } = useView();
  const [editing, edit] = useState<boolean>();
  const { label } = field;
  const text = corrected ?? (field.missing ? undefined : field.text);
  const save = (to: string) => {
    edit(false);
    chat.say(t('receipt.correction', { label, text: to }), {
      action: 'correct',
      field: field.field,
      text: to,
    });
  };
  return (
    <div class="record-row">
      <dt>{label}</dt>
      <dd>
        {editing ? (
          <RowEditor label={label} text={text ?? ''} save={save} cancel={() => edit(false)} />
        ) : (
          <Shown
            label={label}
            text={text}
            corrected={corrected}
            open={open}
            edit={() => edit(true)}
            back={editing === false}
          />
        )}
      </dd>
    </div>
  );
};
