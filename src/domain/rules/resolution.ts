/** Settled: from here the bot asks whether the customer is satisfied; the owner stays answerable. */
import type { Case } from '../case.ts';
import type { CaseFact } from '../event.ts';

export const resolution = (current: Case, result: string): readonly CaseFact[] => [
  { type: 'caseResolved', result },
  ...(current.holder.kind === 'bot'
    ? []
    : [{ type: 'holderChanged' as const, holder: { kind: 'bot' as const } }]),
];
