/** A row of the record being put right: Enter saves, Escape leaves it as it was. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useView } from '../view.ts';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly save: (text: string) => void;
  readonly cancel: () => void;
}

export const RowEditor = ({ label, text, save, cancel }: Props) => {
  const { t } = useView();
  const [typed, type] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = () => {
    const said = typed.trim();
    if (said && said !== text) save(said);
    else cancel();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') cancel();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    done();
  };
  return (
    <div class="row-editor">
      <textarea
        ref={field}
        rows={2}
        dir="auto"
        maxLength={1000}
        value={typed}
        aria-label={t('receipt.edit', { label })}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={pressed}
      />
      <div class="row">
        <button type="button" class="button quiet" onClick={cancel}>
          {t('receipt.cancel')}
        </button>
        <button type="button" class="button main" onClick={done}>
          {t('receipt.save')}
        </button>
      </div>
    </div>
  );
};
