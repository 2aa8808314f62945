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
