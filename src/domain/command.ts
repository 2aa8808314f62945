/** What can be asked of a case. Every command names its origin (activity id, click id): a repeat is a no-op. */
import type { Actor, Agent } from './actor.ts';
import type {
  CaseKind,
  Channel,
  CloseReason,
  Customer,
  HumanReason,
  Responsibility,
  Stance,
  Tier,
} from './case.ts';
import type { Cause, CauseFinding } from './cause.ts';
import type { FactField, Facts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { PromiseKind } from './promise.ts';
import type { Emotion, Locale, Severity, TensionWord, Trend } from './reading.ts';
import type { Remedy } from './remedy.ts';

interface Command<T extends string> {
  readonly type: T;
  readonly origin: string;
  readonly by: Actor;
}

export interface OpenCase extends Command<'openCase'> {
  readonly caseId: string;
  readonly number: string;
  readonly conversationId: string;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly customer: Customer;
  readonly opening: string;
  readonly tension: number;
  readonly emotion: Emotion;
  /** What moved the tension. */
  readonly words?: readonly TensionWord[];
}
export interface NoteFacts extends Command<'noteFacts'> {
  readonly facts: Facts;
  readonly skipped?: readonly FactField[];
}
export interface JudgeCase extends Command<'judgeCase'> {
  readonly cause?: Cause;
  readonly otherCauses?: readonly Cause[];
  readonly found?: CauseFinding;
  readonly severity?: Severity;
  readonly responsibility?: Responsibility;
  readonly stance?: Stance;
  readonly kind?: CaseKind;
  readonly tier?: Tier;
}
/** A person puts the cause right, also when the case is closed; no reading changes it any more. */
export interface CorrectCause extends Command<'correctCause'> {
  readonly by: Agent;
  readonly cause: Cause;
  /** The cause that the person saw (null: none): if it has changed since, they look again first. */
  readonly seen?: Cause | null;
}
/** Something was heard from the customer: tension is recorded and the silence clock starts anew. */
export interface HearCustomer extends Command<'hearCustomer'> {
  readonly tension: number;
  readonly emotion: Emotion;
  readonly trend: Trend;
  readonly words?: readonly TensionWord[];
}
export interface ConfirmRecord extends Command<'confirmRecord'> {}
/**
 * Bot: within policy, at most three. Agent: proposes; above the limit it waits for approval.
 * Customer: a counter-offer; it waits for a person's approval.
 */
export interface ProposeRemedy extends Command<'proposeRemedy'> {
  readonly offers: readonly { readonly id: string; readonly remedy: Remedy }[];
}
export interface ApproveRemedy extends Command<'approveRemedy'> {
  readonly offerId: string;
  readonly approved: boolean;
  readonly reason: string;
}
export interface AnswerRemedy extends Command<'answerRemedy'> {
  readonly offerId: string;
  readonly accepted: boolean;
  readonly words: string;
  /** Text of the promise that comes with an acceptance, as told; `{due}` is not replaced: it is told already. */
  readonly told?: string;
}
export interface RequestHuman extends Command<'requestHuman'> {
  readonly reason: HumanReason;
  /** The promise sentence as told to the customer. */
  readonly told: string;
}
export interface TakeCase extends Command<'takeCase'> {
  readonly by: Agent;
}
export interface ReplyAsAgent extends Command<'replyAsAgent'> {
  readonly by: Agent;
  readonly epoch: number;
  /** We can only go on when the customer answers: due times stand still until then. */
  readonly awaitsCustomer?: boolean;
}
export interface NoteAsAgent extends Command<'noteAsAgent'> {
  readonly by: Agent;
  readonly text: string;
}
export interface TransferCase extends Command<'transferCase'> {
  readonly by: Agent;
  readonly to:
    | { readonly kind: 'queue' }
    | { readonly kind: 'agent'; readonly id: string; readonly name: string };
  /** Why a person with another standing is wanted, e.g. one voice for the press. */
  readonly reason?: HumanReason;
  /** The promise sentence as told; a first answer is promised where no promise is open. */
  readonly told?: string;
}
export interface ReturnToBot extends Command<'returnToBot'> {
  readonly by: Agent;
}
export interface MakePromise extends Command<'makePromise'> {
  readonly promiseId: string;
  readonly kind: PromiseKind;
  readonly dueAt: Instant;
  readonly told: string;
}
export interface KeepPromise extends Command<'keepPromise'> {
  readonly promiseId: string;
}
/** The customer has been told how far it is and a new time. */
export interface RenewPromise extends Command<'renewPromise'> {
  readonly promiseId: string;
  readonly newPromiseId: string;
  readonly dueAt: Instant;
  readonly told: string;
}
export interface CompleteTask extends Command<'completeTask'> {
  readonly taskId: string;
}
export interface ResolveCase extends Command<'resolveCase'> {
  readonly result: string;
}
/** A silent customer was reminded, once. */
export interface RemindCustomer extends Command<'remindCustomer'> {}
/** The desk was reminded that somebody waits; arms the silence clock anew. */
export interface NudgeOwner extends Command<'nudgeOwner'> {}
/** The question of satisfaction was asked. */
export interface AskSatisfaction extends Command<'askSatisfaction'> {}
export interface RateCase extends Command<'rateCase'> {
  readonly score: number;
  readonly words?: string;
  /** Text of the promise that comes with a reopening. */
  readonly told?: string;
}
export interface CloseCase extends Command<'closeCase'> {
  readonly reason: CloseReason;
}
export interface ReopenCase extends Command<'reopenCase'> {
  readonly told: string;
}

export type CaseCommand =
  | OpenCase
  | NoteFacts
  | JudgeCase
  | CorrectCause
  | HearCustomer
  | ConfirmRecord
  | ProposeRemedy
  | ApproveRemedy
  | AnswerRemedy
  | RequestHuman
  | TakeCase
  | ReplyAsAgent
  | NoteAsAgent
  | TransferCase
  | ReturnToBot
  | MakePromise
  | KeepPromise
  | RenewPromise
  | CompleteTask
  | ResolveCase
  | RemindCustomer
  | NudgeOwner
  | AskSatisfaction
  | RateCase
  | CloseCase
  | ReopenCase;
