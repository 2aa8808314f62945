/** Keeps the page above a phone's on-screen keyboard where the browser does not shrink the page by itself. */
export const followKeyboard = (): void => {
  const { visualViewport } = window;
  if (!visualViewport) return;
  const fit = () => {
    const covered = visualViewport.height < innerHeight - 80;
    document.documentElement.style.setProperty('--height', covered ? `${visualViewport.height}px` : '100dvh');
    if (covered) scrollTo(0, 0);
  };
  visualViewport.addEventListener('resize', fit);
};
