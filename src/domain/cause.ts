/** The causes of a complaint (method.md §5): three groups and their sub-causes. */
export const CAUSES = {
  product: [
    'quality',
    'information',
    'expired',
    'availability',
    'incomplete',
    'price',
    'price-tag',
    'misadvertised',
  ],
  service: [
    'attitude',
    'skill',
    'cashier',
    'waiting',
    'missing-service',
    'after-sales',
    'broken-promise',
    'privacy',
  ],
  environment: ['hygiene', 'comfort', 'crowding', 'equipment', 'safety', 'access'],
} as const;

export type CauseGroup = keyof typeof CAUSES;
export type SubCause = (typeof CAUSES)[CauseGroup][number];

/** A cause as it is written on a case: the main group and, where it is known, the sub-cause. */
export interface Cause {
  readonly group: CauseGroup;
  readonly sub?: SubCause | undefined;
}

/** What the recogniser made of the cause, from which of the customer's lines, and how surely. */
export interface CauseFinding {
  readonly cause: Cause;
  /** 0–1, calibrated. */
  readonly confidence: number;
  readonly runnerUp?: { readonly cause: Cause; readonly confidence: number };
  /** The line it was read from; gone with the line when the customer has everything deleted. */
  readonly lineId?: string;
}

export const sameCause = (one: Cause | undefined, other: Cause | undefined): boolean =>
  one?.group === other?.group && one?.sub === other?.sub;
