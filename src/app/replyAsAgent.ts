/** An agent writes to the customer. Refused when the case has changed hands since the agent saw it (`epoch`). */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Attachment } from '../domain/transcript.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';

export interface Reply extends Click {
  readonly text: string;
  readonly epoch: number;
  readonly attachments?: readonly Attachment[];
  /** We can only go on when the customer answers: due times stand still until then. */
  readonly awaitsCustomer?: boolean;
}

export const replyAsAgent = (deps: Deps, reply: Reply): Promise<Case | Refusal> =>
  actOnCase(deps, reply, (work) => {
    const { agent, epoch, text, attachments, awaitsCustomer = false } = reply;
    const waits = awaitsCustomer ? { awaitsCustomer } : {};
    const done = work.do({ type: 'replyAsAgent', by: agent, epoch, ...waits });
    if (isRefusal(done)) return done;
    const rest = attachments ? { attachments } : {};
    work.addLine({ kind: 'agent', id: agent.id, name: agent.name }, text, rest);
    return undefined;
  });
