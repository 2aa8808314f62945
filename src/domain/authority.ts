/** Who may act on a case that somebody holds. */
import type { Actor, Agent } from './actor.ts';
import type { Case } from './case.ts';

export const isHolder = (current: Case, by: { readonly id: string }): boolean =>
  current.holder.kind === 'agent' && current.holder.id === by.id;

const isOwner = (current: Case, by: Agent): boolean =>
  current.owner.kind === 'agent' && current.owner.id === by.id;

/** Whoever holds it, and above them a supervisor or manager. */
export const mayHandle = (current: Case, by: Actor): boolean => {
  if (by.kind === 'agent') return isHolder(current, by) || by.role !== 'agent';
  return by.kind === 'clock' || (by.kind === 'bot' && current.holder.kind === 'bot');
};

/** A promise can also be kept or renewed by its owner, who is answerable though somebody else holds the case. */
export const mayAnswerFor = (current: Case, by: Actor): boolean =>
  mayHandle(current, by) || by.kind === 'bot' || (by.kind === 'agent' && isOwner(current, by));
