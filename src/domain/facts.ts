/** What is known of a complaint: the 5W, the product, the contact and the remedy that the customer wants. */
import type { Amount, WantedRemedy, When } from './reading.ts';

export interface Facts {
  readonly when?: When;
  readonly where?: string;
  readonly who?: string;
  readonly what?: string;
  readonly how?: string;
  readonly product?: string;
  readonly order?: string;
  readonly spec?: string;
  readonly batch?: string;
  readonly boughtOn?: string;
  readonly usedHow?: string;
  readonly amount?: Amount;
  readonly name?: string;
  readonly phone?: string;
  readonly remedy?: WantedRemedy;
}

export const FACT_FIELDS = [
  'when',
  'where',
  'who',
  'what',
  'how',
  'product',
  'order',
  'spec',
  'batch',
  'boughtOn',
  'usedHow',
  'amount',
  'name',
  'phone',
  'remedy',
] as const satisfies readonly (keyof Facts)[];
export type FactField = (typeof FACT_FIELDS)[number];
