/** Whoever answers while the holder of the case is the bot. Implemented over botbuilder dialogs. */
import type { TurnWork } from './turnWork.ts';

export interface Bot {
  /** Answers one customer line (`work.line`) by calling `work`; saves nothing itself. */
  answer(work: TurnWork): Promise<void>;
  /** Speaks first (reminder, promise update, satisfaction) by the clock: `occasion` says why. */
  speakFirst(work: TurnWork, occasion: Occasion): Promise<void>;
}

export type Occasion =
  | 'welcome'
  | 'silence'
  | 'promise-due'
  | 'ask-satisfaction'
  | 'remind-satisfaction'
  | 'returned-to-bot';
