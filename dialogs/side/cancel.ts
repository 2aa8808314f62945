/** The customer wants to drop the matter: asked once, without pressure, then closed. */

import { isRefusal } from '../../src/domain/refusal.ts';
import { buttons } from '../answer.ts';
import { openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';

export class Cancel extends Step {
  protected override async begin(scene: Scene): Turned {
    const { work } = scene;
    if (!openCaseOf(work)) {
      work.say('cancel.nothing');
      return done(scene);
    }
    return this.again(scene);
  }
  protected override async again({ work }: Scene): Turned {
    const number = work.case?.number ?? '';
    work.say('cancel.sure', { values: { number }, quickReplies: buttons(work, ['yes', 'no']) });
    return WAIT;
  }
  protected override async hear(scene: Scene): Turned {
    const { work, answer, reading } = scene;
    const sure = answer?.action === 'yes' || reading?.intent === 'yes' || reading?.intent === 'cancel';
    if (!sure) {
      work.say('cancel.kept');
      return done(scene);
    }
    const closed = work.do({
      type: 'closeCase',
      reason: 'cancelled',
      by: { kind: 'customer', id: work.conversation.customer.id },
    });
    if (isRefusal(closed)) work.say(`refusal.${closed.refused}`);
    else work.say('cancel.done');
    await scene.dc.cancelAllDialogs();
    return WAIT;
  }
}
