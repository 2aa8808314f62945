/** A question that must be answered first: the browser's own dialog, which keeps the keyboard inside and gives it back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export const Modal = ({
  title,
  children,
  close,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly close: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={heading} onClose={close}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
};
