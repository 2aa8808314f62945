/** Writing the record: facts, judgement, what was heard, the confirmation. */
import { FACT_FIELDS } from '../facts.ts';
import type { Rules } from './rule.ts';

export const recordRules: Pick<Rules, 'noteFacts' | 'judgeCase' | 'hearCustomer' | 'confirmRecord'> = {
  noteFacts: (current, command) => {
    const changed = FACT_FIELDS.filter(
      (field) =>
        command.facts[field] !== undefined &&
        JSON.stringify(command.facts[field]) !== JSON.stringify(current.facts[field]),
    );
    const skipped = (command.skipped ?? []).filter((field) => !current.skipped.includes(field));
    if (changed.length === 0 && skipped.length === 0) return [];
    const facts = Object.fromEntries(changed.map((field) => [field, command.facts[field]]));
    return [{ type: 'factsNoted', facts, skipped }];
  },
  judgeCase: (_, command) => {
    const { type: _type, origin: _origin, by: _by, ...judged } = command;
    return [{ type: 'caseJudged', ...judged }];
  },
  hearCustomer: (_, { tension, emotion, trend }) => [{ type: 'customerHeard', tension, emotion, trend }],
  confirmRecord: () => [{ type: 'recordConfirmed' }],
};
