/** Writing the record: facts, judgement, what was heard, the confirmation. */

import { isHolder } from '../authority.ts';
import type { Case } from '../case.ts';
import { sameCause } from '../cause.ts';
import type { CorrectCause, JudgeCase } from '../command.ts';
import type { CaseFact } from '../event.ts';
import { FACT_FIELDS } from '../facts.ts';
import { resume } from '../pause.ts';
import { type Refusal, refuse } from '../refusal.ts';
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

/** What a person put right, the bot leaves; the customer's own word counts. */
const causeOf = ({ corrections = [] }: Case, { by, cause }: JudgeCase): JudgeCase['cause'] =>
  by.kind === 'bot' && corrections.length > 0 ? undefined : cause;

/** Only what the command changes. */
const judgementOf = (current: Case, command: JudgeCase): Judgement => {
  const { type: _type, origin: _origin, by: _by, severity: _severity, cause: _cause, ...judged } = command;
  const severity = severityOf(current, command);
  const cause = causeOf(current, command);
  const before: Judgement = { ...current, tier: current.customer.tier };
  const fields = Object.entries({ ...(cause && { cause }), ...judged, severity }).filter(
    ([field, value]) => value !== undefined && !same(value, before[field as keyof Judgement]),
  );
  return Object.fromEntries(fields);
};

/** While somebody holds the case it is theirs to put right, or that of those above them; else anybody's. */
const mayCorrect = (current: Case, by: CorrectCause['by']): boolean =>
  current.holder.kind !== 'agent' || isHolder(current, by) || by.role !== 'agent';

const correction = (current: Case, { by, cause, seen }: CorrectCause): readonly CaseFact[] | Refusal => {
  if (!mayCorrect(current, by)) return refuse('not-holder');
  const from = current.cause;
  if (sameCause(from, cause)) return [];
  if (seen !== undefined && !sameCause(from, seen ?? undefined)) return refuse('cause-changed');
  const otherCauses = current.otherCauses.filter((other) => !sameCause(other, cause));
  return [
    { type: 'caseJudged', cause, ...(otherCauses.length < current.otherCauses.length && { otherCauses }) },
    { type: 'causeCorrected', ...(from && { from }), to: cause },
  ];
};

type Verbs = 'noteFacts' | 'judgeCase' | 'correctCause' | 'hearCustomer' | 'confirmRecord';

export const recordRules: Pick<Rules, Verbs> = {
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
    return [{ type: 'caseJudged', ...judged }];
  },
  correctCause: correction,
  hearCustomer: (current, { tension, emotion, trend, words }, now, policy) => [
    { type: 'customerHeard', tension, emotion, trend, ...(words && { words }) },
    ...resume(current, now, policy),
  ],
  confirmRecord: ({ confirmed, facts, cause }) =>
    confirmed && same(confirmed.facts, facts) && same(confirmed.cause, cause)
      ? []
      : [{ type: 'recordConfirmed' }],
};
