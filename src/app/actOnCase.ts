/** Carries out a person's click on a case: loads, lets `act` use the work, saves once; a repeat of `origin` is a no-op. */
import type { Agent } from '../domain/actor.ts';
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { commitWork } from './commitWork.ts';
import type { Deps } from './deps.ts';
import { Work } from './work.ts';

export interface Click {
  readonly caseId: string;
  readonly agent: Agent;
  /** Id of the click or the request: the same id again changes nothing and answers the same. */
  readonly origin: string;
}

export const actOnCase = async (
  deps: Deps,
  click: Click,
  act: (work: Work, current: Case) => Refusal | undefined | Promise<Refusal | undefined>,
): Promise<Case | Refusal> => {
  const found = await deps.cases.byId(click.caseId);
  if (!found) return refuse('case-unknown');
  const saved = await commitWork(deps, async () => {
    const conversation = await deps.conversations.load(found.conversationId);
    if (conversation?.case?.id !== click.caseId) return refuse('case-closed');
    if (conversation.case.origins.includes(click.origin)) return undefined;
    const work = new Work(deps, {
      conversation,
      origin: click.origin,
      by: click.agent,
      now: deps.clock.now(),
    });
    return (await act(work, conversation.case)) ?? work;
  });
  if (isRefusal(saved)) return saved;
  return saved?.conversation.case ?? (await deps.cases.byId(click.caseId)) ?? refuse('case-unknown');
};
