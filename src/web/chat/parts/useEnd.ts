/** Follows the end of the conversation; lets go when the reader scrolls up, and takes hold again at the end. */
import { useEffect, useRef, useState } from 'preact/hooks';

const NEAR = 80;

/** `newest` changes with each line; the reader's own line always brings them to the end. */
export const useEnd = (newest: unknown, mine: boolean) => {
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const lastTop = useRef(0);
  const [away, setAway] = useState(false);
  const toEnd = () => {
    following.current = true;
    setAway(false);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  const scrolled = () => {
    const at = box.current;
    if (!at) return;
    const near = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
    // Only a move upwards is the reader's wish; lines that come in move the end away by themselves.
    if (near) following.current = true;
    else if (at.scrollTop < lastTop.current) following.current = false;
    lastTop.current = at.scrollTop;
    setAway(!following.current);
  };
  useEffect(() => {
    if (mine || following.current) toEnd();
  }, [newest, mine]);
  useEffect(() => {
    const inner = box.current?.firstElementChild;
    if (!box.current || !inner) return;
    const sizes = new ResizeObserver(() => following.current && toEnd());
    sizes.observe(box.current);
    sizes.observe(inner);
    return () => sizes.disconnect();
  }, []);
  return { box, away, scrolled, toEnd };
};
