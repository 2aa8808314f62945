/** People and the case: asking for one, taking, answering, noting, passing on. */
import type { Agent, Holder } from '../actor.ts';
import type { Case } from '../case.ts';
import type { CaseFact } from '../event.ts';
import { keepKinds, openPromises, promiseByPolicy } from '../promises.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from './rule.ts';

const isHolder = (current: Case, by: Agent): boolean =>
  current.holder.kind === 'agent' && current.holder.id === by.id;

/** The first person becomes answerable for the case and stays so. */
const firstOwner = (
  current: Case,
  agent: { readonly id: string; readonly name: string },
): readonly CaseFact[] =>
  current.owner.kind === 'bot'
    ? [{ type: 'ownerChanged', owner: { kind: 'agent', id: agent.id, name: agent.name } }]
    : [];

const handTo = (current: Case, holder: Holder): readonly CaseFact[] => [
  { type: 'holderChanged', holder },
  ...(holder.kind === 'agent' ? firstOwner(current, holder) : []),
];

type Verbs = 'requestHuman' | 'takeCase' | 'replyAsAgent' | 'noteAsAgent' | 'transferCase' | 'returnToBot';

export const agentRules: Pick<Rules, Verbs> = {
  requestHuman: (current, { origin, reason, told }, now, policy) => {
    if (current.holder.kind === 'agent') return refuse('already-taken', { name: current.holder.name });
    const promise = { id: `${origin}:p`, kind: 'first-answer' as const, told };
    const promised = openPromises(current).some(({ kind }) => kind === 'first-answer');
    return [
      { type: 'humanRequested', reason },
      { type: 'holderChanged', holder: { kind: 'queue' } },
      ...(promised
        ? []
        : [{ type: 'promiseMade' as const, promise: promiseByPolicy(current, promise, now, policy) }]),
    ];
  },
  takeCase: (current, { by }) => {
    if (isHolder(current, by)) return [];
    if (current.holder.kind === 'agent') return refuse('already-taken', { name: current.holder.name });
    return handTo(current, { kind: 'agent', id: by.id, name: by.name });
  },
  replyAsAgent: (current, { by, epoch }, now) => {
    if (!isHolder(current, by)) return refuse('not-holder');
    if (epoch !== current.epoch) return refuse('stale-epoch');
    return [{ type: 'agentReplied', agent: by }, ...keepKinds(current, ['first-answer'], now)];
  },
  noteAsAgent: (_, { by, text }) => [{ type: 'agentNoted', agent: by, text }],
  transferCase: (current, { by, to }) => {
    if (!isHolder(current, by) && by.role === 'agent') return refuse('not-holder');
    if (to.kind === 'agent' && current.holder.kind === 'agent' && current.holder.id === to.id) return [];
    return handTo(current, to);
  },
  returnToBot: (current, { by }) => {
    if (!isHolder(current, by) && by.role === 'agent') return refuse('not-holder');
    return handTo(current, { kind: 'bot' });
  },
};
