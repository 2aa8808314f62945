/** Who speaks, as a small round mark: a wave for the helper, the first letter of a person's name. */
import { Icon } from '../../base/Icon.tsx';
import type { Speaker } from '../message.ts';

export const Face = ({ speaker }: { readonly speaker: Speaker }) => (
  <span class={`face ${speaker.kind}`} aria-hidden="true">
    {speaker.kind === 'agent' && speaker.name ? [...speaker.name][0]?.toUpperCase() : <Icon name="wave" />}
  </span>
);
