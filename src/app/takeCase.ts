/** An agent picks a case up: exactly one wins; the others are told who was faster. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';

export const takeCase = (deps: Deps, click: Click): Promise<Case | Refusal> =>
  actOnCase(deps, click, (work, current) => {
    const taken = work.do({ type: 'takeCase', by: click.agent });
    if (isRefusal(taken)) return taken;
    if (current.holder.kind !== 'agent') work.say('desk.joined', { values: { name: click.agent.name } });
    return undefined;
  });
