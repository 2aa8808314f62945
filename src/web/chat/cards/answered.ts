/** What a card that can be answered is given. */
import type { CardAnswer, CardData } from '../../../ports/cards.ts';

export interface Answerable<K extends keyof CardData> {
  readonly data: CardData[K];
  /** Whether it can still be answered: only the newest of its kind. */
  readonly open: boolean;
  /** The answers that were given since. */
  readonly answers: readonly CardAnswer[];
}
