/** What has happened to a case. Events are facts: `evolve` applies them without asking again. */
import type { Actor, Agent, Holder, Owner } from './actor.ts';
import type { CaseKind, CloseReason, Deadline, HumanReason, Responsibility, Stance, Tier } from './case.ts';
import type { Cause, CauseFinding } from './cause.ts';
import type { OpenCase } from './command.ts';
import type { FactField, Facts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { CustomerPromise } from './promise.ts';
import type { Emotion, Severity, TensionWord, Trend } from './reading.ts';
import type { Agreement, RemedyOffer, Task } from './remedy.ts';

export type CaseFact =
  | { readonly type: 'caseOpened'; readonly opened: Omit<OpenCase, 'type' | 'origin' | 'by'> }
  | { readonly type: 'factsNoted'; readonly facts: Facts; readonly skipped: readonly FactField[] }
  | {
      readonly type: 'caseJudged';
      readonly cause?: Cause;
      readonly otherCauses?: readonly Cause[];
      readonly found?: CauseFinding;
      readonly severity?: Severity;
      readonly responsibility?: Responsibility;
      readonly stance?: Stance;
      readonly kind?: CaseKind;
      readonly tier?: Tier;
    }
  /** A person corrected the cause: kept as training material. */
  | { readonly type: 'causeCorrected'; readonly from?: Cause; readonly to: Cause }
  | {
      readonly type: 'customerHeard';
      readonly tension: number;
      readonly emotion: Emotion;
      readonly trend: Trend;
      readonly words?: readonly TensionWord[];
    }
  | { readonly type: 'recordConfirmed' }
  | { readonly type: 'remedyProposed'; readonly offer: RemedyOffer }
  | {
      readonly type: 'remedyDecided';
      readonly offerId: string;
      readonly approved: boolean;
      readonly reason: string;
    }
  | { readonly type: 'remedyAccepted'; readonly agreement: Agreement; readonly tasks: readonly Task[] }
  | { readonly type: 'remedyRefused'; readonly offerId: string; readonly words: string }
  | { readonly type: 'humanRequested'; readonly reason: HumanReason }
  | { readonly type: 'holderChanged'; readonly holder: Holder }
  | { readonly type: 'ownerChanged'; readonly owner: Owner }
  | { readonly type: 'agentReplied'; readonly agent: Agent; readonly awaitsCustomer?: boolean }
  /** We need not wait for the customer any more: the due times have moved by the working time waited. */
  | {
      readonly type: 'clockResumed';
      readonly promises: Readonly<Record<string, Instant>>;
      readonly tasks: Readonly<Record<string, Instant>>;
    }
  | { readonly type: 'agentNoted'; readonly agent: Agent; readonly text: string }
  | { readonly type: 'promiseMade'; readonly promise: CustomerPromise }
  | { readonly type: 'promiseKept'; readonly promiseId: string }
  | { readonly type: 'promiseRenewed'; readonly promiseId: string; readonly renewedBy: CustomerPromise }
  | { readonly type: 'promiseReleased'; readonly promiseId: string }
  | { readonly type: 'promiseMissed'; readonly promiseId: string }
  | { readonly type: 'taskCompleted'; readonly taskId: string }
  | { readonly type: 'taskDropped'; readonly taskId: string }
  | { readonly type: 'caseResolved'; readonly result: string }
  | { readonly type: 'customerReminded' }
  | { readonly type: 'ownerNudged' }
  | { readonly type: 'satisfactionAsked' }
  | { readonly type: 'caseRated'; readonly score: number; readonly words?: string }
  | { readonly type: 'caseReopened' }
  | { readonly type: 'caseClosed'; readonly reason: CloseReason }
  /** Always the last of a command's events: the deadline that is armed now (absent = closed). */
  | { readonly type: 'deadlineArmed'; readonly deadline?: Deadline };

/** A fact with its envelope; `id` is `<origin>:<n>`, so that a reader can tell a repeat. */
export type CaseEvent = CaseFact & {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly origin: string;
  readonly by: Actor;
  readonly at: Instant;
};
