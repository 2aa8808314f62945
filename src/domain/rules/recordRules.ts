/** Writing the record: facts, judgement, what was heard, the confirmation. */
import type { Case } from '../case.ts';
import type { JudgeCase } from '../command.ts';
import type { CaseFact } from '../event.ts';
import { FACT_FIELDS } from '../facts.ts';
import { resume } from '../pause.ts';
import { compareSeverity } from '../severity.ts';
import type { Rules } from './rule.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Judgement = Omit<JudgeCase, 'type' | 'origin' | 'by'>;

/** The bot may find a case graver than it seemed, never harmless again: that takes a person. */
const severityOf = (current: Case, { by, severity }: JudgeCase): JudgeCase['severity'] => {
  if (!severity || by.kind === 'agent') return severity;
  if (compareSeverity(severity, current.severity) < 0) return severity;
  return current.severity === 'normal' ? severity : undefined;
};

/** Only what the command changes. */
const judgementOf = (current: Case, command: JudgeCase): Judgement => {
  const { type: _type, origin: _origin, by: _by, severity: _severity, ...judged } = command;
  const severity = severityOf(current, command);
  const before: Judgement = { ...current, tier: current.customer.tier };
  const fields = Object.entries({ ...judged, severity }).filter(
    ([field, value]) => value !== undefined && !same(value, before[field as keyof Judgement]),
  );
  return Object.fromEntries(fields);
};

const correction = (current: Case, { by }: JudgeCase, { cause }: Judgement): readonly CaseFact[] =>
  by.kind === 'agent' && cause && current.cause
    ? [{ type: 'causeCorrected', from: current.cause, to: cause }]
    : [];

export const recordRules: Pick<Rules, 'noteFacts' | 'judgeCase' | 'hearCustomer' | 'confirmRecord'> = {
  noteFacts: (current, command) => {
    const changed = FACT_FIELDS.filter(
      (field) => command.facts[field] !== undefined && !same(command.facts[field], current.facts[field]),
    );
    const skipped = (command.skipped ?? []).filter((field) => !current.skipped.includes(field));
    if (changed.length === 0 && skipped.length === 0) return [];
    const facts = Object.fromEntries(changed.map((field) => [field, command.facts[field]]));
    return [{ type: 'factsNoted', facts, skipped }];
  },
  judgeCase: (current, command) => {
    const judged = judgementOf(current, command);
    if (Object.keys(judged).length === 0) return [];
    return [{ type: 'caseJudged', ...judged }, ...correction(current, command, judged)];
  },
  hearCustomer: (current, { tension, emotion, trend }, now, policy) => [
    { type: 'customerHeard', tension, emotion, trend },
    ...resume(current, now, policy),
  ],
  confirmRecord: ({ confirmed, facts, cause }) =>
    confirmed && same(confirmed.facts, facts) && same(confirmed.cause, cause)
      ? []
      : [{ type: 'recordConfirmed' }],
};
