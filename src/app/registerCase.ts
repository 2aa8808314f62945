/** Staff register a complaint that did not come in by itself: by phone, letter, in person, from the press or an authority. */
import type { Agent } from '../domain/actor.ts';
import type { Case, CaseKind, Channel, Customer, Tier } from '../domain/case.ts';
import type { Cause } from '../domain/cause.ts';
import { promiseDue } from '../domain/dueBy.ts';
import type { Facts } from '../domain/facts.ts';
import type { Locale, Severity } from '../domain/reading.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { TurnCommand } from '../ports/turnWork.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { newConversation } from './newConversation.ts';
import { promiseText } from './promiseToTell.ts';
import { Work } from './work.ts';

export const REGISTERED_CHANNELS = [
  'phone',
  'letter',
  'in-person',
  'media',
  'regulator',
] as const satisfies readonly Channel[];

export interface Registration {
  readonly agent: Agent;
  /** The same id again is the same registration. */
  readonly origin: string;
  readonly channel: (typeof REGISTERED_CHANNELS)[number];
  readonly kind: CaseKind;
  readonly locale: Locale;
  /** A customer whom we know already keeps their id. */
  readonly customer: Partial<Omit<Customer, 'tier'>> & { readonly tier?: Tier };
  /** What the customer said, in their own words. */
  readonly opening: string;
  readonly facts?: Facts;
  readonly cause?: Cause;
  readonly severity?: Severity;
  /** 0 calm – 1 furious, as the agent felt it. */
  readonly tension?: number;
}

/** Press and authorities: reported at once, and one colleague speaks for all. A letter gets its answer promised. */
const afterwards = (work: Work, { agent: by, channel, origin }: Registration): readonly TurnCommand[] => {
  const dueAt = promiseDue('first-answer', work.now, work.policy);
  if (channel === 'media' || channel === 'regulator') {
    const told = promiseText(work, 'desk.queued', dueAt);
    return [
      { type: 'judgeCase', by, severity: channel },
      { type: 'transferCase', by, to: { kind: 'queue' }, reason: channel, told },
    ];
  }
  if (channel !== 'letter') return [];
  const told = promiseText(work, 'desk.promise', dueAt);
  return [{ type: 'makePromise', by, promiseId: `${origin}:p`, kind: 'first-answer', dueAt, told }];
};

const openingOf = (work: Work, registration: Registration): TurnCommand => {
  const { agent: by, channel, kind, locale, opening, tension = 0 } = registration;
  const emotion = tension >= 0.66 ? 'angry' : tension >= 0.33 ? 'upset' : 'calm';
  return {
    type: 'openCase',
    by,
    caseId: work.newId(),
    number: work.newCaseNumber(),
    conversationId: work.conversation.id,
    kind,
    channel,
    locale,
    customer: work.conversation.customer,
    opening,
    tension,
    emotion,
  };
};

const register = (work: Work, registration: Registration): Refusal | undefined => {
  const { agent: by, facts = {}, cause, severity, opening } = registration;
  const judged = { ...(cause && { cause }), ...(severity && { severity }) };
  const commands = [
    openingOf(work, registration),
    { type: 'noteFacts', by, facts } as const,
    { type: 'judgeCase', by, ...judged } as const,
    { type: 'confirmRecord', by } as const,
    ...afterwards(work, registration),
  ];
  const refused = commands.map((command) => work.do(command)).find(isRefusal);
  if (refused) return refused;
  work.addLine({ kind: 'agent', id: by.id, name: by.name }, opening, { audience: 'note' });
  return undefined;
};

export const registerCase = async (deps: Deps, registration: Registration): Promise<Case | Refusal> => {
  const { agent, origin, channel, customer, locale } = registration;
  const id = `desk-${agent.id}-${origin}`;
  const { id: customerId = deps.ids.next(), tier = 'new', ...rest } = customer;
  const start = { id, channel, locale, localeChosen: true, customer: { ...rest, id: customerId, tier } };
  const saved = await commitWork(deps, async () => {
    if (await deps.conversations.load(id)) return undefined;
    const conversation = newConversation(deps, start);
    const work = new Work(deps, { conversation, origin: id, by: agent, now: deps.clock.now() });
    return register(work, registration) ?? work;
  });
  if (isRefusal(saved)) return saved;
  const there = saved?.conversation ?? (await deps.conversations.load(id));
  return there?.case ?? refuse('case-unknown');
};
