/** Any command by anybody, as fast-check draws them: sensible, foolish, late and repeated ones alike. */
import fc from 'fast-check';
import type { Actor, Agent } from '../../src/domain/actor.ts';
import {
  CASE_KINDS,
  type Case,
  CLOSE_REASONS,
  HUMAN_REASONS,
  RESPONSIBILITIES,
  STANCES,
  TIERS,
} from '../../src/domain/case.ts';
import { instant, millis } from '../../src/domain/instant.ts';
import { PROMISE_KINDS } from '../../src/domain/promise.ts';
import { EMOTIONS, SEVERITIES, TRENDS, WANTED_REMEDIES } from '../../src/domain/reading.ts';
import { REMEDY_KINDS } from '../../src/domain/remedy.ts';
import type { TurnCommand } from '../../src/ports/turnWork.ts';
import { BOT, CHEN, CLOCK, CUSTOMER, LI, opening, WANG, ZHAO } from './cases.ts';

/** One draw: who does what, with numbers that pick among what the case has at that moment. */
export interface Draw {
  readonly by: Actor;
  readonly agent: Agent;
  readonly pick: number;
  /** A new id, made by the place in the sequence. */
  readonly fresh: string;
  readonly waited: number;
  readonly repeat: boolean;
  readonly build: (current: Case | undefined, draw: Draw, now: string) => TurnCommand;
}

/** Mostly one that is still open, so that sequences get somewhere; sometimes any, or one that is not there. */
const picked = <T extends { readonly id: string }>(
  list: readonly T[] | undefined,
  open: (one: T) => boolean,
  { pick, fresh }: Draw,
): string => {
  const chosen = pick % 5 === 0 ? list : list?.filter(open);
  return chosen?.[pick % Math.max(1, chosen.length)]?.id ?? fresh;
};

const stillOpen = ({ state }: { readonly state: string }): boolean =>
  state === 'open' || state === 'offered' || state === 'proposed';

/** Mostly whoever holds the case acts, else anybody. */
export const inCharge = (current: Case | undefined, draw: Draw): Draw => {
  const holder = current?.holder;
  if (draw.pick % 4 === 0 || !holder) return draw;
  if (holder.kind === 'bot') return { ...draw, by: BOT };
  const agent = [LI, WANG, CHEN, ZHAO].find(({ id }) => holder.kind === 'agent' && holder.id === id);
  return agent ? { ...draw, by: agent, agent } : draw;
};

type Build = Draw['build'];

const fixed = (arbitrary: fc.Arbitrary<TurnCommand>): fc.Arbitrary<Build> =>
  arbitrary.map((command) => () => command);

const told = '今天18:00前答复您';
const agents = fc.constantFrom(LI, WANG, CHEN, ZHAO);
const remedy = fc.record(
  { kind: fc.constantFrom(...REMEDY_KINDS), amount: fc.constantFrom(0, 20, 80, 450, 2_000, 90_000) },
  { requiredKeys: ['kind'] },
);
const cause = fc.constantFrom(
  { group: 'product', sub: 'quality' } as const,
  { group: 'service', sub: 'attitude' } as const,
  { group: 'environment' } as const,
);

const record: readonly fc.Arbitrary<Build>[] = [
  fixed(fc.constant(opening)),
  cause.map(
    (chosen): Build =>
      (_, { agent }) => ({ type: 'correctCause', by: agent, cause: chosen }),
  ),
  fixed(
    fc
      .record(
        { order: fc.constantFrom('4471-22', '9-1'), remedy: fc.constantFrom(...WANTED_REMEDIES) },
        { requiredKeys: [] },
      )
      .map((facts): TurnCommand => ({ type: 'noteFacts', facts, skipped: ['who'] })),
  ),
  fixed(
    fc
      .record(
        {
          cause,
          severity: fc.constantFrom(...SEVERITIES),
          responsibility: fc.constantFrom(...RESPONSIBILITIES),
          stance: fc.constantFrom(...STANCES),
          kind: fc.constantFrom(...CASE_KINDS),
          tier: fc.constantFrom(...TIERS),
        },
        { requiredKeys: [] },
      )
      .map((judged): TurnCommand => ({ type: 'judgeCase', ...judged })),
  ),
  fixed(
    fc
      .record({
        tension: fc.double({ min: 0, max: 1, noNaN: true }),
        emotion: fc.constantFrom(...EMOTIONS),
        trend: fc.constantFrom(...TRENDS),
      })
      .map((heard): TurnCommand => ({ type: 'hearCustomer', ...heard })),
  ),
  fixed(fc.constant({ type: 'confirmRecord' })),
];

const remedies: readonly fc.Arbitrary<Build>[] = [
  fc.array(remedy, { maxLength: 3 }).map(
    (list): Build =>
      (_, { fresh }) => ({
        type: 'proposeRemedy',
        offers: list.map((one, index) => ({ id: `${fresh}-${index}`, remedy: one })),
      }),
  ),
  fc.boolean().map(
    (approved): Build =>
      (current, draw) => ({
        type: 'approveRemedy',
        offerId: picked(current?.offers, stillOpen, draw),
        approved,
        reason: '可以',
      }),
  ),
  fc.boolean().map(
    (accepted): Build =>
      (current, draw) => ({
        type: 'answerRemedy',
        offerId: picked(current?.offers, stillOpen, draw),
        accepted,
        words: '行',
        told,
      }),
  ),
  fc.constant((current, draw) => ({
    type: 'completeTask',
    taskId: picked(current?.tasks, ({ doneAt }) => !doneAt, draw),
  })),
];

const people: readonly fc.Arbitrary<Build>[] = [
  fixed(
    fc.constantFrom(...HUMAN_REASONS).map((reason): TurnCommand => ({ type: 'requestHuman', reason, told })),
  ),
  fc.constant((_, { agent }) => ({ type: 'takeCase', by: agent })),
  fc.boolean().map(
    (awaitsCustomer): Build =>
      (current, { agent, pick }) => ({
        type: 'replyAsAgent',
        by: agent,
        epoch: (current?.epoch ?? 1) - (pick % 5 === 0 ? 1 : 0),
        awaitsCustomer,
      }),
  ),
  fc.constant((_, { agent }) => ({ type: 'noteAsAgent', by: agent, text: '客户是老顾客' })),
  agents.map(
    (to): Build =>
      (_, { agent, pick }) => ({
        type: 'transferCase',
        by: agent,
        to: pick % 3 === 0 ? { kind: 'queue' } : { kind: 'agent', id: to.id, name: to.name },
        told,
      }),
  ),
  fc.constant((_, { agent }) => ({ type: 'returnToBot', by: agent })),
];

const ahead = (now: string, minutes: number): string => instant(millis(now) + minutes * 60_000);

const promises: readonly fc.Arbitrary<Build>[] = [
  fc.record({ kind: fc.constantFrom(...PROMISE_KINDS), minutes: fc.integer({ min: -10, max: 3_000 }) }).map(
    ({ kind, minutes }): Build =>
      (_, { fresh }, now) => ({
        type: 'makePromise',
        promiseId: fresh,
        kind,
        dueAt: ahead(now, minutes),
        told,
      }),
  ),
  fc.constant((current, draw) => ({
    type: 'keepPromise',
    promiseId: picked(current?.promises, stillOpen, draw),
  })),
  fc.integer({ min: -10, max: 3_000 }).map(
    (minutes): Build =>
      (current, draw, now) => ({
        type: 'renewPromise',
        promiseId: picked(current?.promises, stillOpen, draw),
        newPromiseId: `${draw.fresh}-r`,
        dueAt: ahead(now, minutes),
        told,
      }),
  ),
];

const ends: readonly fc.Arbitrary<Build>[] = [
  fixed(fc.constant({ type: 'resolveCase', result: '已换货' })),
  fixed(
    fc.constantFrom<TurnCommand>(
      { type: 'remindCustomer' },
      { type: 'nudgeOwner' },
      { type: 'askSatisfaction' },
    ),
  ),
  fixed(fc.integer({ min: 0, max: 6 }).map((score): TurnCommand => ({ type: 'rateCase', score, told }))),
  fixed(fc.constantFrom(...CLOSE_REASONS).map((reason): TurnCommand => ({ type: 'closeCase', reason }))),
  fixed(fc.constant({ type: 'reopenCase', told })),
];

export const anyDraw: fc.Arbitrary<Omit<Draw, 'fresh'>> = fc.record({
  by: fc.constantFrom<Actor>(BOT, BOT, CUSTOMER, CLOCK, LI, WANG, CHEN),
  agent: agents,
  pick: fc.nat(99),
  waited: fc.constantFrom(0, 0, 1, 20, 300, 2_000),
  repeat: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  build: fc.oneof(
    ...[record, people, promises].flat().map((arbitrary) => ({ arbitrary, weight: 2 })),
    ...remedies.map((arbitrary) => ({ arbitrary, weight: 6 })),
    ...ends.map((arbitrary) => ({ arbitrary, weight: 1 })),
  ),
});
