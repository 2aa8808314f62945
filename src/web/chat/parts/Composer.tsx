/** The place to write: text, files, pasted pictures. Nothing typed here is ever thrown away. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../base/Icon.tsx';
import { FILE_TYPES, inParts, LONGEST_TEXT } from '../limits.ts';
import { useView } from '../view.ts';
import { Chosen } from './Chosen.tsx';
import { useFiles } from './useFiles.ts';

const TALLEST = 168;

const grow = (area: HTMLTextAreaElement): void => {
  area.style.blockSize = 'auto';
  area.style.blockSize = `${Math.min(area.scrollHeight + 2, TALLEST)}px`;
};

/** Enter while a Chinese word is being composed belongs to the input method. */
const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

export const Composer = () => {
  const { chat, t } = useView();
  const [text, setText] = useState(chat.draft);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { files, troubles, add, remove, clear } = useFiles();
  const parts = text.length > LONGEST_TEXT ? inParts(text) : [];

  useEffect(() => {
    if (area.current) grow(area.current);
  }, [text]);

  const write = (typed: string) => {
    setText(typed);
    chat.draft = typed;
  };
  const send = () => {
    const said = inParts(text.trim());
    if (files.length > 0) {
      for (const part of said.slice(1)) chat.say(part);
      chat.attach(files, said[0] ?? '');
    } else for (const part of said) chat.say(part);
    clear();
    write('');
    area.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || composing(event)) return;
    event.preventDefault();
    send();
  };
  const pasted = (event: ClipboardEvent) => {
    const pictures = [...(event.clipboardData?.files ?? [])];
    if (pictures.length === 0) return;
    event.preventDefault();
    add(pictures);
  };
  const empty = text.trim() === '' && files.length === 0;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Chosen files={files} troubles={troubles} remove={remove} />
      {parts.length > 0 ? (
        <p class="hint" role="status">
          {t('write.long', { count: text.length, parts: parts.length })}
        </p>
      ) : null}
      <div class="write">
        <button
          type="button"
          class="icon-button"
          aria-label={t('write.attach')}
          onClick={() => picker.current?.click()}
        >
          <Icon name="attach" />
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept={FILE_TYPES.join(',')}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <textarea
          ref={area}
          rows={1}
          dir="auto"
          value={text}
          aria-label={t('write.label')}
          placeholder={t('write.placeholder')}
          enterkeyhint="send"
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={pressed}
          onPaste={pasted}
        />
        <button type="submit" class="icon-button send" aria-label={t('write.send')} disabled={empty}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
};
