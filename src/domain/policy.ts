/** What the shop's owner decides: remedies, limits, approvals, clocks. Read from policy.yaml outside the domain. */
import type { Role } from './actor.ts';
import type { Responsibility, Tier } from './case.ts';
import type { CauseGroup, SubCause } from './cause.ts';
import type { OpeningHours } from './openingHours.ts';
import type { PromiseKind } from './promise.ts';
import type { Severity, WantedRemedy } from './reading.ts';
import type { Remedy, RemedyKind } from './remedy.ts';

/** One rule: a remedy that fits certain causes, severities, faults and wishes. An absent list fits all. */
export interface RemedyRule {
  readonly remedy: Remedy;
  readonly groups?: readonly CauseGroup[];
  readonly subs?: readonly SubCause[];
  readonly severities?: readonly Severity[];
  readonly responsibilities?: readonly Responsibility[];
  readonly tiers?: readonly Tier[];
  /** Wishes of the customer that it answers. */
  readonly answers?: readonly WantedRemedy[];
  /** Department that carries it out, and within how many working minutes. */
  readonly department: string;
  readonly withinMinutes: number;
  /** The bot may offer it by itself. */
  readonly botMayOffer: boolean;
}

export interface Policy {
  readonly currency: string;
  readonly rules: readonly RemedyRule[];
  /** The highest amount that a role may grant by itself, per tier factor 1. */
  readonly limits: Readonly<Record<'bot' | Role, number>>;
  readonly tierFactor: Readonly<Record<Tier, number>>;
  readonly neverOffer: readonly RemedyKind[];
  readonly clocks: {
    /** Working minutes until a promise of that kind is due. */
    readonly promise: Readonly<Record<PromiseKind, number>>;
    /** Plain minutes before a due time at which the customer must have been told. */
    readonly updateLeadMinutes: number;
    /** Plain minutes of silence until the one reminder, and from there until a person or the end. */
    readonly silenceMinutes: number;
    readonly silenceAfterReminderMinutes: number;
    /** Plain minutes after settlement until satisfaction is asked, reminded, and the case is closed. */
    readonly followUpMinutes: number;
    readonly followUpReminderMinutes: number;
    readonly followUpCloseMinutes: number;
  };
  readonly hours: OpeningHours;
}
