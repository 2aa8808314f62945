/** What a customer's words mean, as far as the words alone can tell (design.md §5). */
import type { CauseGroup, SubCause } from '../domain/cause.ts';
import type { Emotion, Locale, Severity, Slots, Trend } from '../domain/reading.ts';

export type Intent =
  | 'complaint'
  | 'praise'
  | 'damage'
  | 'suggestion'
  | 'question'
  | 'status'
  | 'cancel'
  | 'human'
  | 'go-on'
  | 'yes'
  | 'no'
  | 'unsure'
  | 'language'
  | 'delete-data'
  | 'greeting'
  | 'thanks'
  | 'abuse'
  | 'danger'
  | 'inform';

/** The likeliest cause; `confidence` is calibrated: of those at 0.9 or more, at least 90 % are right. */
export interface CauseReading {
  readonly group: CauseGroup;
  readonly sub?: SubCause;
  readonly confidence: number;
  readonly runnerUp?: { readonly group: CauseGroup; readonly sub?: SubCause; readonly confidence: number };
  /** Other causes that the same text complains of, the likeliest first. */
  readonly also?: readonly { readonly group: CauseGroup; readonly sub?: SubCause }[];
}

/** One word or sign that moved the tension score, for the desk. */
export interface TensionReason {
  readonly text: string;
  readonly weight: number;
}

/** Personal data in the customer's own characters; masked where it leaves the system. */
export interface PersonalSpan {
  readonly kind: 'phone' | 'email' | 'id' | 'card';
  readonly text: string;
}

export interface Utterance {
  readonly text: string;
  /** Only a hint: the language of the conversation so far. */
  readonly lang?: Locale;
  /** ISO 8601: when the text was written; the reading of 昨天 hangs on it. Default: now. */
  readonly at?: string;
  /** The customer's earlier texts, oldest first; the trend and corrections hang on them. */
  readonly turns?: readonly string[];
  /** What the bot asked last, if it asked: an answer "小王" to `who` is then a name. */
  readonly asked?: keyof Slots;
}

export interface Reading {
  readonly lang: Locale;
  readonly intent: Intent;
  /** Absent where the text complains of nothing. */
  readonly cause?: CauseReading;
  readonly tension: number;
  readonly reasons: readonly TensionReason[];
  readonly emotion: Emotion;
  readonly trend: Trend;
  readonly slots: Slots;
  /** Slots that this text corrects ("不是昨天，是前天" → when). */
  readonly corrects: readonly (keyof Slots)[];
  readonly severity: Severity;
  /** The text only seems to hint at so grave a matter. */
  readonly hint?: true;
  /** A person at once: one is asked for, or a grave matter or danger is spoken of plainly. */
  readonly needsHuman: boolean;
  /** Personal data in the text; absent where there is none. */
  readonly personal?: readonly PersonalSpan[];
  /** Intent `language`: the language asked for ("说英文可以吗" → en), where it is named. */
  readonly language?: Locale;
  /** The ordinal that picks one of several offers ("第二个", "the first one" → 2, 1), counting from 1. */
  readonly choice?: number;
  /** `venting`: wants to be heard and nothing else; `opportunist`: demands far beyond the matter or trades on a threat. */
  readonly stance?: 'venting' | 'opportunist';
}

export interface Understanding {
  /** Pure and synchronous: the same input gives the same reading on every machine. */
  understand(utterance: Utterance): Reading;
}
