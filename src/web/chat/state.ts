/** Everything that the page shows. */
import type { Locale } from '../base/locale.ts';
import type { LinkState } from './link.ts';
import type { Message, Speaker } from './message.ts';
import type { Outgoing } from './outbox.ts';
import type { Upload } from './upload.ts';
import type { Waiting } from './waiting.ts';

export interface ChatState {
  readonly locale: Locale;
  readonly link: LinkState;
  readonly messages: readonly Message[];
  readonly outbox: readonly Outgoing[];
  readonly uploads: readonly Upload[];
  readonly typing?: Speaker | undefined;
  /** The customer waits for a person, at this place if it is known. */
  readonly waiting?: Waiting | undefined;
  /** Something to tell once: a text of the page. */
  readonly notice?: 'link.anew' | 'download.failed' | 'erase.failed' | undefined;
  readonly over?: 'ended' | 'erased' | undefined;
}
