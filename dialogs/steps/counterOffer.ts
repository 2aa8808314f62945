/** The customer's own idea, where no way of the policy meets it: written down as a proposal that a person decides on. */
import type { WantedRemedy } from '../../src/domain/reading.ts';
import type { Remedy, RemedyKind } from '../../src/domain/remedy.ts';
import type { Scene } from '../scene.ts';

const KINDS: Readonly<Record<WantedRemedy, RemedyKind>> = {
  refund: 'refund',
  exchange: 'exchange',
  repair: 'repair',
  apology: 'senior-apology',
  compensation: 'gift',
  explanation: 'talk',
};

/** A sum is asked back; a wish without one is what its name says. A sum in other money is left to the person. */
const remedyOf = ({ work, reading }: Scene): Remedy | undefined => {
  const { remedy: wish, amount } = reading?.slots ?? {};
  if (amount) {
    return amount.currency === work.policy.currency ? { kind: 'refund', amount: amount.value } : undefined;
  }
  return wish && { kind: KINDS[wish] };
};

export const noteCounterOffer = (scene: Scene): void => {
  const { work } = scene;
  const remedy = remedyOf(scene);
  if (!remedy) return;
  const by = { kind: 'customer', id: work.conversation.customer.id } as const;
  // What the shop never gives is refused here; the wish itself is on the record all the same.
  work.do({ type: 'proposeRemedy', by, offers: [{ id: work.newId(), remedy }] });
};
