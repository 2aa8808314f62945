/** The shape of a rule: one per command, tried only in the statuses that allow it. */
import type { Case } from '../case.ts';
import type { CaseCommand } from '../command.ts';
import type { CaseFact } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from '../refusal.ts';

export type Rule<C extends CaseCommand> = (
  current: Case,
  command: C,
  now: Instant,
  policy: Policy,
) => readonly CaseFact[] | Refusal;

export type Rules = {
  readonly [C in Exclude<CaseCommand, { type: 'openCase' }> as C['type']]: Rule<C>;
};
