/** The conversation. It stays at the newest line while the reader is there, and never pulls them away from an older one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../base/Icon.tsx';
import type { ChatState } from '../chat.ts';
import type { Standing } from '../standing.ts';
import type { Entry } from '../thread.ts';
import { useView } from '../view.ts';
import { Line } from './Line.tsx';
import { Over } from './Over.tsx';
import { Typing } from './Typing.tsx';
import { Uploading } from './Uploading.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  readonly state: ChatState;
}

const NEAR = 120;

/** Follows the end of the log; `away` while the reader looks at something older. */
const useEnd = (newest: unknown, mine: boolean) => {
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  const scrolled = () => {
    const at = box.current;
    if (!at) return;
    following.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
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

export const Log = ({ entries, standing, state }: Props) => {
  const { t } = useView();
  const last = entries.at(-1);
  const { box, away, scrolled, toEnd } = useEnd(last?.key, last?.message.speaker.kind === 'customer');
  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div class="log" ref={box} role="log" aria-label={t('page.log')} tabIndex={0} onScroll={scrolled}>
        <ol class="lines">
          {entries.map((entry) => (
            <Line key={entry.key} entry={entry} standing={standing} last={entry === last} />
          ))}
          {state.uploads.map((upload) => (
            <Uploading key={upload.clientId} upload={upload} />
          ))}
          {state.typing ? <Typing speaker={state.typing} /> : null}
        </ol>
        {state.over ? <Over over={state.over} /> : null}
      </div>
      {away ? (
        <button type="button" class="icon-button to-end" aria-label={t('page.latest')} onClick={toEnd}>
          <Icon name="down" />
        </button>
      ) : null}
    </div>
  );
};
