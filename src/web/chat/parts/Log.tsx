/** The conversation. It stays at the newest line while the reader is there, and never pulls them away from an older one. */
import { Icon } from '../../base/Icon.tsx';
import type { Standing } from '../standing.ts';
import type { ChatState } from '../state.ts';
import type { Entry } from '../thread.ts';
import { useView } from '../view.ts';
import { Line } from './Line.tsx';
import { Over } from './Over.tsx';
import { Typing } from './Typing.tsx';
import { Uploading } from './Uploading.tsx';
import { useEnd } from './useEnd.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  readonly state: ChatState;
}

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
