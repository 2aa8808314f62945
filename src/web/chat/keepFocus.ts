/** A button that was used and is gone leaves the keyboard nowhere: then it goes to the place to write. */
export const keepFocus = (): void => {
  addEventListener('click', ({ detail }) => {
    const byKeyboard = detail === 0;
    // On a phone the on-screen keyboard would jump up.
    if (!byKeyboard && !matchMedia('(pointer: fine)').matches) return;
    // Two frames: whatever takes the button's place has taken the keyboard by then, if it wants it.
    const whenDrawn = (look: () => void) => requestAnimationFrame(() => requestAnimationFrame(look));
    whenDrawn(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && !getSelection()?.toString())
        document.querySelector<HTMLTextAreaElement>('.composer textarea')?.focus();
    });
  });
};
