/** An agent writes a note for colleagues. It has no way to the customer: it is not a public line. */
import type { Case } from '../domain/case.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actOnCase, type Click } from './actOnCase.ts';
import type { Deps } from './deps.ts';

export const noteAsAgent = (deps: Deps, note: Click & { readonly text: string }): Promise<Case | Refusal> =>
  actOnCase(deps, note, (work) => {
    const done = work.do({ type: 'noteAsAgent', by: note.agent, text: note.text });
    if (isRefusal(done)) return done;
    const { id, name } = note.agent;
    work.addLine({ kind: 'agent', id, name }, note.text, { audience: 'note' });
    return undefined;
  });
