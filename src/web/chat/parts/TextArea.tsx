/** The field to write in: grows with the text; Enter sends, except in the middle of composing a Chinese word. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useView } from '../view.ts';

const TALLEST = 168;

const grow = (area: HTMLTextAreaElement): void => {
  area.style.blockSize = 'auto';
  area.style.blockSize = `${Math.min(area.scrollHeight + 2, TALLEST)}px`;
};

/** Enter while a word is being composed belongs to the input method (229: browsers that say so only by key code). */
const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

interface Props {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly send: () => void;
  readonly addFiles: (files: readonly File[]) => void;
}

export const TextArea = ({ area, text, write, send, addFiles }: Props) => {
  const { t } = useView();
  useEffect(() => {
    if (area.current) grow(area.current);
  }, [area, text]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || composing(event)) return;
    event.preventDefault();
    send();
  };
  const pasted = (event: ClipboardEvent) => {
    const pictures = [...(event.clipboardData?.files ?? [])];
    if (pictures.length === 0) return;
    event.preventDefault();
    addFiles(pictures);
  };
  return (
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
  );
};
