/** One turn in the making: what the bot may look at and do. Everything is saved together when the turn ends. */

import type { Case } from '../domain/case.ts';
import type { CaseCommand } from '../domain/command.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { CaseEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/policy.ts';
import type { Locale } from '../domain/reading.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Line, NewLine } from '../domain/transcript.ts';
import type { Reading } from './understanding.ts';

/** `Omit` that keeps a union a union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command as a dialog writes it: origin and (for the bot) actor are filled in by the turn. */
export type TurnCommand = Without<CaseCommand, 'origin' | 'by'> & { readonly by?: CaseCommand['by'] };

export type SayOptions = Pick<NewLine, 'card' | 'quickReplies'> & {
  /** Values for the placeholders of the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
};

export interface TurnWork {
  readonly conversation: Conversation;
  /** The customer's line that is being answered; absent when the bot speaks first. */
  readonly line?: Line;
  readonly reading?: Reading;
  /** The customer's earlier lines of this matter, oldest first. */
  readonly earlier: readonly Line[];
  readonly now: Instant;
  readonly policy: Policy;
  /** The case as it stands within this turn. */
  readonly case: Case | undefined;
  readonly locale: Locale;

  /** Decides and applies a command to the case in hand (or opens one). */
  do(command: TurnCommand): readonly CaseEvent[] | Refusal;
  /** Adds a bot's line made from a locale key; returns the sentence. A wording is chosen that was not just used. */
  say(key: string, options?: SayOptions): string;
  /** The sentence without saying it, e.g. the text of a promise. */
  word(key: string, values?: Readonly<Record<string, string | number>>): string;
  setLocale(locale: Locale, chosen: boolean): void;
  setDialog(state: unknown): void;
  /** A case by its number, whoever's it is: the dialog must ask for the second factor before it tells anything. */
  findCase(number: string): Promise<Case | undefined>;
  /** The conversation is to be erased once this turn has been told. */
  eraseAfterwards(): void;
  newId(): string;
  newCaseNumber(): string;
}
