/** The place to write: text, files, pasted pictures. Nothing typed here is ever thrown away. */
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../base/Icon.tsx';
import { inParts, LONGEST_TEXT } from '../limits.ts';
import { useView } from '../view.ts';
import { AttachButton } from './AttachButton.tsx';
import { Chosen } from './Chosen.tsx';
import { TextArea } from './TextArea.tsx';
import { useFiles } from './useFiles.ts';

const useDraft = () => {
  const { chat } = useView();
  const [text, setText] = useState(chat.draft);
  const write = (typed: string) => {
    setText(typed);
    chat.draft = typed;
  };
  return { text, write };
};

/** A very long text goes out in parts; this says so before it is sent. */
const LongHint = ({ text }: { readonly text: string }) => {
  const { t } = useView();
  if (text.length <= LONGEST_TEXT) return null;
  return <p class="hint">{t('write.long', { count: text.length, parts: inParts(text).length })}</p>;
};

export const Composer = () => {
  const { chat, t } = useView();
  const { text, write } = useDraft();
  const area = useRef<HTMLTextAreaElement>(null);
  const { files, troubles, add, remove, clear } = useFiles();
  const empty = text.trim() === '' && files.length === 0;
  const send = () => {
    const [first = '', ...more] = inParts(text.trim());
    if (files.length > 0) chat.attach(files, first);
    else if (first) chat.say(first);
    for (const part of more) chat.say(part);
    clear();
    write('');
    area.current?.focus();
  };
  const stop = (event: Event) => event.preventDefault();
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        stop(event);
        send();
      }}
      onDragOver={stop}
      onDrop={(event) => {
        stop(event);
        add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Chosen files={files} troubles={troubles} remove={remove} />
      <div role="status">
        <LongHint text={text} />
      </div>
      <div class="write">
        <AttachButton add={add} />
        <TextArea area={area} text={text} write={write} send={send} addFiles={add} />
        <button type="submit" class="icon-button send" aria-label={t('write.send')} disabled={empty}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
};
