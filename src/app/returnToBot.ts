/** An agent gives a case back to the bot, which takes it up where it stands. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { readsHere } from './tellCustomer.ts';

export const returnToBot = (deps: Deps, click: Click): Promise<Case | Refusal> =>
  actOnCase(deps, click, async (work) => {
    const returned = work.do({ type: 'returnToBot', by: click.agent });
    if (isRefusal(returned)) return returned;
    if (readsHere(work)) await deps.bot.speakFirst(work.asBot(), 'returned-to-bot');
    return undefined;
  });
