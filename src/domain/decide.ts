/** What follows from a command: facts, or a refusal. Pure: the clock and the policy come in. */
import type { Case } from './case.ts';
import type { CaseCommand } from './command.ts';
import { nextDeadline } from './deadline.ts';
import type { CaseEvent, CaseFact } from './event.ts';
import { evolve } from './evolve.ts';
import type { Instant } from './instant.ts';
import type { Policy } from './policy.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { agentRules } from './rules/agentRules.ts';
import { endRules } from './rules/endRules.ts';
import { promiseRules } from './rules/promiseRules.ts';
import { recordRules } from './rules/recordRules.ts';
import { remedyRules } from './rules/remedyRules.ts';
import type { Rules } from './rules/rule.ts';
import { ALLOWED } from './statuses.ts';

const RULES: Rules = { ...recordRules, ...remedyRules, ...agentRules, ...promiseRules, ...endRules };

const factsOf = (
  current: Case | undefined,
  command: CaseCommand,
  now: Instant,
  policy: Policy,
): readonly CaseFact[] | Refusal => {
  if (command.type === 'openCase') {
    if (current) return refuse('case-exists', { number: current.number });
    const { type: _type, origin: _origin, by: _by, ...opened } = command;
    return [{ type: 'caseOpened', opened }];
  }
  if (!current) return refuse('case-unknown');
  if (!ALLOWED[command.type].includes(current.status)) {
    return refuse(current.status === 'closed' ? 'case-closed' : 'wrong-status', { status: current.status });
  }
  // The table is indexed by the command's own type, which TypeScript cannot follow through a union.
  const rule = RULES[command.type] as Rules['noteFacts'];
  return rule(current, command as never, now, policy);
};

/**
 * Events in order, the armed deadline last; `[]` when this origin was carried out before or nothing changes.
 */
export const decide = (
  current: Case | undefined,
  command: CaseCommand,
  now: Instant,
  policy: Policy,
): readonly CaseEvent[] | Refusal => {
  if (current?.origins.includes(command.origin)) return [];
  const facts = factsOf(current, command, now, policy);
  if (isRefusal(facts) || facts.length === 0) return facts as Refusal | [];
  const events: CaseEvent[] = [];
  let next = current;
  const record = (fact: CaseFact, caseId: string) => {
    const event: CaseEvent = {
      ...fact,
      id: `${command.origin}:${events.length + 1}`,
      caseId,
      version: (next?.version ?? 0) + 1,
      origin: command.origin,
      by: command.by,
      at: now,
    };
    events.push(event);
    next = evolve(next, event);
  };
  for (const fact of facts)
    record(fact, current?.id ?? (fact.type === 'caseOpened' ? fact.opened.caseId : ''));
  if (next) {
    const deadline = nextDeadline(next, now, policy);
    record(deadline ? { type: 'deadlineArmed', deadline } : { type: 'deadlineArmed' }, next.id);
  }
  return events;
};
