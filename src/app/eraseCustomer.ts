/** At a customer's wish everything about them is deleted: transcripts, files, contact. Anonymous closed cases stay. */
import type { Case } from '../domain/case.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';
import { eraseConversation } from './eraseConversation.ts';

const PAGE = 200;

const conversationsOf = async (deps: Deps, { conversationId, customer }: Case): Promise<Set<string>> => {
  const found = new Set([conversationId]);
  let after: string | undefined;
  for (;;) {
    const page = await deps.cases.list({ customerId: customer.id, limit: PAGE, ...(after && { after }) });
    for (const one of page) found.add(one.conversationId);
    after = page.at(-1)?.id;
    if (page.length < PAGE) return found;
  }
};

/** For supervisors and managers; gives how many conversations are gone. */
export const eraseCustomer = async (
  deps: Deps,
  { caseId, agent }: Click,
): Promise<{ readonly erased: number } | Refusal> => {
  if (agent.role === 'agent') return refuse('not-allowed');
  const current = await deps.cases.byId(caseId);
  if (!current) return refuse('case-unknown');
  let erased = 0;
  for (const id of await conversationsOf(deps, current)) {
    if (await eraseConversation(deps, id)) erased += 1;
  }
  return erased === 0 ? refuse('nothing-to-do') : { erased };
};
