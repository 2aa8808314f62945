/** How the record changes: facts, judgement, what was heard, the confirmation. */
import type { Case } from '../case.ts';
import type { Facts } from '../facts.ts';
import type { Appliers } from './change.ts';

type Events = 'factsNoted' | 'caseJudged' | 'causeCorrected' | 'customerHeard' | 'recordConfirmed';

/** Name and number that the customer gives are the customer's name and contact. */
const known = (current: Case, { name, phone }: Facts): Case['customer'] => ({
  ...current.customer,
  ...(name === undefined ? {} : { name }),
  ...(phone === undefined ? {} : { contact: phone }),
});

export const recordAppliers: Pick<Appliers, Events> = {
  factsNoted: (current, { facts, skipped }) => ({
    facts: { ...current.facts, ...facts },
    skipped: [...current.skipped, ...skipped].filter((field) => facts[field] === undefined),
    customer: known(current, facts),
  }),
  caseJudged: (current, { cause, otherCauses, found, severity, responsibility, stance, kind, tier }) => ({
    ...(cause && { cause }),
    ...(otherCauses && { otherCauses }),
    ...(found && { found }),
    ...(severity && { severity }),
    ...(responsibility && { responsibility }),
    ...(stance && { stance }),
    ...(kind && { kind }),
    ...(tier && { customer: { ...current.customer, tier } }),
  }),
  causeCorrected: (current, { from, to, at, by }) => ({
    corrections: [
      ...(current.corrections ?? []),
      { at, ...(by.kind === 'agent' && { by: { id: by.id, name: by.name } }), to, ...(from && { from }) },
    ],
  }),
  customerHeard: (current, { tension, emotion, trend, words, at }) => ({
    tension: {
      ...current.tension,
      ...(words && tension > current.tension.peak && { words }),
      emotion,
      trend,
      now: tension,
      peak: Math.max(current.tension.peak, tension),
    },
    heardAt: at,
    // The one reminder for an answer of satisfaction is not earned again by talking.
    ...(current.status === 'resolved' ? {} : { reminded: 0, remindedAt: undefined }),
    waitingSince: current.waitingSince ?? (current.holder.kind === 'bot' ? undefined : at),
  }),
  recordConfirmed: (current, { at }) => ({
    confirmed: { at, facts: current.facts, ...(current.cause && { cause: current.cause }) },
  }),
};
