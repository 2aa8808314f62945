/** Compares the case with one fact of a `case:` line ("cause product/quality", "fact when = day -2"). */

import type { Holder } from '../../../src/domain/actor.ts';
import { isHeated } from '../../../src/domain/calmness.ts';
import { CASE_STATUSES, type Case } from '../../../src/domain/case.ts';
import type { Cause } from '../../../src/domain/cause.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { openPromises } from '../../../src/domain/promises.ts';
import { openTasks } from '../../../src/domain/tasks.ts';
import { shopDay } from './clock.ts';

interface Known {
  readonly case: Case;
  readonly now: string;
  readonly locale: string;
}

const who = (one: Holder): string => (one.kind === 'agent' ? one.name : one.kind);
const causeText = ({ group, sub }: Cause): string => (sub ? `${group}/${sub}` : group);
const sameCause = (cause: Cause | undefined, wanted: string): boolean =>
  cause !== undefined && (causeText(cause) === wanted || cause.group === wanted);

const dayOf = (facts: Facts, now: string): string => {
  const from = facts.when?.from?.slice(0, 10);
  for (let days = -400; days <= 1; days += 1) if (shopDay(now, days) === from) return `day ${days}`;
  return from ?? 'no day';
};

const factText = (facts: Facts, field: string, now: string, wanted: string): string => {
  const value = facts[field as keyof Facts];
  if (value === undefined) return 'nothing';
  if (wanted.startsWith('day ')) return dayOf(facts, now);
  if (typeof value === 'string') return value;
  return 'value' in value ? String(value.value) : value.text;
};

const factMismatch = ({ case: current, now }: Known, rest: string): string | undefined => {
  const [field = '', wanted] = rest.split('=').map((part) => part.trim());
  const text = factText(current.facts, field, now, wanted ?? '');
  if (wanted === undefined) return text === 'nothing' ? `${field} is not known` : undefined;
  return text === wanted ? undefined : `${field} is ${text}`;
};

const promiseMismatch = ({ case: current }: Known, rest: string): string | undefined => {
  const [kind, state] = rest.split(' ');
  const found = current.promises.some((one) => one.kind === kind && one.state === state);
  return found
    ? undefined
    : `promises: ${current.promises.map((one) => `${one.kind} ${one.state}`).join(', ')}`;
};

const falls = ({ tension }: Case): boolean => tension.trend === 'calming' || tension.now < tension.peak;

/** A word that needs nothing after it → whether it holds. */
const PLAIN: Readonly<Record<string, (known: Known) => boolean>> = {
  heated: ({ case: { tension } }) => isHeated(tension),
  calm: ({ case: { tension } }) => !isHeated(tension),
  'tension falling': ({ case: current }) => falls(current),
  confirmed: ({ case: { confirmed } }) => confirmed !== undefined,
  'not confirmed': ({ case: { confirmed } }) => confirmed === undefined,
  'no open promise': ({ case: current }) => openPromises(current).length === 0,
  'nothing missed': ({ case: { promises } }) => promises.every(({ missedAt }) => missedAt === undefined),
  'tasks done': ({ case: current }) => current.tasks.length > 0 && openTasks(current).length === 0,
  'no agreement': ({ case: { agreement } }) => agreement === undefined,
  'no cause': ({ case: { cause } }) => cause === undefined,
};

/** A word with a value after it → the value that the case has. */
const VALUED: Readonly<Record<string, (known: Known) => string>> = {
  'closed because': ({ case: { closeReason } }) => closeReason ?? 'not closed',
  kind: ({ case: { kind } }) => kind,
  severity: ({ case: { severity } }) => severity,
  stance: ({ case: { stance } }) => stance,
  responsibility: ({ case: { responsibility } }) => responsibility,
  holder: ({ case: { holder } }) => who(holder),
  owner: ({ case: { owner } }) => who(owner),
  reason: ({ case: { humanReason } }) => humanReason ?? 'none',
  offers: ({ case: { offers } }) => String(offers.filter(({ state }) => state === 'offered').length),
  'waiting offers': ({ case: { offers } }) =>
    String(offers.filter(({ state }) => state === 'proposed').length),
  agreed: ({ case: { agreement } }) => agreement?.remedy.kind ?? 'nothing',
  tasks: ({ case: current }) => String(openTasks(current).length),
  deadline: ({ case: { deadline } }) => deadline?.kind ?? 'none',
  satisfaction: ({ case: { satisfaction } }) => String(satisfaction?.score ?? 'none'),
  reopened: ({ case: { reopened } }) => String(reopened),
  locale: ({ locale }) => locale,
};

/** A word with something after it that may be one of several → what is wrong. */
const LISTED: Readonly<Record<string, (known: Known, rest: string) => string | undefined>> = {
  fact: factMismatch,
  promise: promiseMismatch,
  'no fact': (known, field) => (factMismatch(known, field) ? undefined : `${field} is known`),
  skipped: ({ case: { skipped } }, field) =>
    skipped.some((name) => name === field) ? undefined : `skipped: ${skipped.join(' ') || 'nothing'}`,
  cause: ({ case: { cause } }, wanted) =>
    wanted.split('|').some((one) => sameCause(cause, one.trim()))
      ? undefined
      : `cause is ${cause ? causeText(cause) : 'unknown'}`,
  'also cause': ({ case: { otherCauses } }, wanted) =>
    otherCauses.some((other) => sameCause(other, wanted))
      ? undefined
      : `others: ${otherCauses.map(causeText).join(' ') || 'none'}`,
};

const listed = (known: Known, wanted: string): string | undefined => {
  for (const [word, check] of Object.entries(LISTED)) {
    if (wanted.startsWith(`${word} `)) return check(known, wanted.slice(word.length + 1).trim());
  }
  return `"${wanted}" is not a thing that a case: line knows`;
};

/** What is wrong, in words; undefined when the case is so. */
export const caseMismatch = (known: Known, wanted: string): string | undefined => {
  const { status } = known.case;
  if (CASE_STATUSES.some((name) => name === wanted)) return status === wanted ? undefined : `it is ${status}`;
  const plain = PLAIN[wanted];
  if (plain) return plain(known) ? undefined : 'it is not so';
  for (const [word, read] of Object.entries(VALUED)) {
    if (!wanted.startsWith(`${word} `)) continue;
    const is = read(known);
    const allowed = wanted
      .slice(word.length + 1)
      .split('|')
      .map((part) => part.trim());
    return allowed.includes(is) ? undefined : `${word} is ${is}`;
  }
  return listed(known, wanted);
};
