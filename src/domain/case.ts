/** A case: everything that is known of one complaint, praise, damage or suggestion, and where it stands. */
import type { Holder, Owner } from './actor.ts';
import type { Cause, CauseFinding } from './cause.ts';
import type { FactField, Facts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { CustomerPromise } from './promise.ts';
import type { Emotion, Locale, Severity, TensionWord, Trend } from './reading.ts';
import type { Agreement, RemedyOffer, Task } from './remedy.ts';

export const CASE_KINDS = ['complaint', 'praise', 'damage', 'suggestion'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_STATUSES = ['with-bot', 'queued', 'with-agent', 'settling', 'resolved', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const RESPONSIBILITIES = ['ours', 'partly', 'not-ours', 'unknown'] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

/** For agents only: no payload that reaches a customer may carry it or let it be guessed. */
export const STANCES = ['reasonable', 'venting', 'opportunist', 'unknown'] as const;
export type Stance = (typeof STANCES)[number];

export const TIERS = ['key', 'regular', 'small', 'new'] as const;
export type Tier = (typeof TIERS)[number];

export const CLOSE_REASONS = [
  'satisfied',
  'cancelled',
  'no-answer',
  'by-customer',
  'merged',
  'erased',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const HUMAN_REASONS = [
  'asked',
  'safety',
  'media',
  'regulator',
  'legal',
  'refused-remedies',
  'no-policy',
  'opportunist',
  'damage',
  'bot-failed',
  'silence',
  'dissatisfied',
  'returned',
] as const;
export type HumanReason = (typeof HUMAN_REASONS)[number];

export const CHANNELS = [
  'webchat',
  'messaging',
  'phone',
  'letter',
  'in-person',
  'media',
  'regulator',
] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Customer {
  readonly id: string;
  readonly name?: string;
  readonly contact?: string;
  readonly tier: Tier;
}

export interface TensionRecord {
  /** Tension 0–1 when the case opened, at its peak, at hand-over, and now. */
  readonly start: number;
  readonly peak: number;
  readonly handOver?: number;
  readonly now: number;
  readonly emotion: Emotion;
  readonly trend: Trend;
  /** What made the peak: the weightiest words of that line. For the desk. */
  readonly words?: readonly TensionWord[];
}

/** The one thing that will happen to an open case without anybody doing anything, and when. */
export interface Deadline {
  readonly kind: 'silence' | 'promise' | 'follow-up' | 'close';
  readonly dueAt: Instant;
  /** The promise it belongs to, where `kind` is promise. */
  readonly promiseId?: string;
}

/** An agent's correction of the cause: training material. */
export interface CauseCorrection {
  readonly at: Instant;
  readonly by?: { readonly id: string; readonly name: string };
  readonly from?: Cause;
  readonly to: Cause;
}

export interface Case {
  readonly id: string;
  readonly number: string;
  readonly conversationId: string;
  /** One more for each event; gapless. */
  readonly version: number;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly holder: Holder;
  /** One more each time the holder changes; an outbound message with an older one is refused. */
  readonly epoch: number;
  readonly owner: Owner;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly customer: Customer;
  readonly facts: Facts;
  /** Fields that the customer cannot or does not want to fill. */
  readonly skipped: readonly FactField[];
  /** The customer's own first words of the matter. */
  readonly opening: string;
  readonly cause?: Cause;
  readonly otherCauses: readonly Cause[];
  /** How the recogniser read it, whatever was made of that afterwards. */
  readonly found?: CauseFinding;
  readonly corrections?: readonly CauseCorrection[];
  readonly severity: Severity;
  readonly responsibility: Responsibility;
  readonly stance: Stance;
  readonly tension: TensionRecord;
  /** The record as the customer confirmed it; people see this version. */
  readonly confirmed?: { readonly at: Instant; readonly facts: Facts; readonly cause?: Cause };
  readonly offers: readonly RemedyOffer[];
  readonly agreement?: Agreement;
  readonly tasks: readonly Task[];
  readonly promises: readonly CustomerPromise[];
  /** Absent only when the case is closed. */
  readonly deadline?: Deadline;
  readonly humanReason?: HumanReason;
  readonly receivedBy: Owner;
  /** The person who held it last; absent while only the bot has. */
  readonly handledBy?: Owner;
  readonly receivedAt: Instant;
  /** Since when the customer waits for a person. */
  readonly waitingSince?: Instant;
  /** Since when we wait for the customer: promises and tasks stand still, and people see it. */
  readonly awaitingCustomerSince?: Instant;
  /** First answer of anybody, the bot included. */
  readonly firstAnsweredAt?: Instant;
  /** First answer of a person. */
  readonly personAnsweredAt?: Instant;
  readonly settledAt?: Instant;
  readonly closedAt?: Instant;
  readonly closeReason?: CloseReason;
  readonly result?: string;
  readonly satisfaction?: { readonly score: number; readonly words?: string; readonly at: Instant };
  readonly satisfactionAskedAt?: Instant;
  readonly reopened: number;
  /** Reminders to the customer since they were last heard. */
  readonly reminded: number;
  /** Last reminder to the customer or nudge to the owner. */
  readonly remindedAt?: Instant;
  /** Last sign of life from the customer. */
  readonly heardAt: Instant;
  /** Origin ids already carried out (the newest 200): a repeated command is a no-op. */
  readonly origins: readonly string[];
}
