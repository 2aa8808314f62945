/** The facts in a text: each slot has its own finder. */
import type { Slots } from '../../domain/reading.ts';
import type { Folded } from '../normalise.ts';
import { amountOf, orderOf, phoneOf } from './numbers.ts';

export interface SlotContext {
  readonly at: Date;
  readonly timezone: string;
  readonly asked?: keyof Slots | undefined;
}

export function slotsOf(folded: Folded, _context: SlotContext): Slots {
  const phone = phoneOf(folded);
  const order = orderOf(folded, phone);
  const amount = amountOf(folded);
  return {
    ...(order === undefined ? {} : { order }),
    ...(amount === undefined ? {} : { amount }),
    ...(phone === undefined ? {} : { phone }),
  };
}
