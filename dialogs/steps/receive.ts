/** Step 1, receive: the matter gets a case and the customer its number, in the first answer. */

import type { Case, CaseKind } from '../../src/domain/case.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { weightiest } from '../../src/domain/tensionWords.ts';
import { noteLine } from '../record/noteLine.ts';
import { openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import { done, Step } from '../step.ts';
import { caseCard } from '../words/caseCard.ts';

/** Opens a case for what the customer is saying, unless one is open. */
export const openCase = (scene: Scene, kind: CaseKind): Case | undefined => {
  const { work, reading, text } = scene;
  if (work.case && work.case.status !== 'closed') return work.case;
  const { conversation } = work;
  const opened = work.do({
    type: 'openCase',
    caseId: work.newId(),
    number: work.newCaseNumber(),
    conversationId: conversation.id,
    kind,
    channel: conversation.channel,
    locale: work.locale,
    customer: conversation.customer,
    opening: text.slice(0, 2000),
    tension: reading?.tension ?? 0,
    emotion: reading?.emotion ?? 'calm',
    words: weightiest(reading?.reasons ?? []),
  });
  if (isRefusal(opened)) throw new Error(`no case could be opened: ${opened.refused}`);
  noteLine(scene);
  return work.case;
};

export class Receive extends Step {
  protected override begin(scene: Scene) {
    const { work } = scene;
    if (openCaseOf(work)) return done(scene);
    const opened = openCase(scene, 'complaint');
    if (opened) {
      work.say('receive.opened', { values: { number: opened.number }, card: caseCard(work, opened) });
    }
    return done(scene);
  }
  protected override hear(scene: Scene) {
    return done(scene);
  }
  protected override again(scene: Scene) {
    return done(scene);
  }
}
