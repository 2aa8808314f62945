/** Delete my data: what goes is said, asked once, then done. */

import { buttons } from '../answer.ts';
import { openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';

export class Erase extends Step {
  protected override begin(scene: Scene): Turned {
    return this.again(scene);
  }
  protected override async again({ work }: Scene): Turned {
    work.say('erase.sure', { quickReplies: buttons(work, ['yes', 'no']) });
    return WAIT;
  }
  protected override async hear(scene: Scene): Turned {
    const { work, answer, reading } = scene;
    const sure = answer?.action === 'yes' || reading?.intent === 'yes' || reading?.intent === 'delete-data';
    if (!sure) {
      work.say('erase.kept');
      return done(scene);
    }
    if (openCaseOf(work))
      work.do({
        type: 'closeCase',
        reason: 'erased',
        by: { kind: 'customer', id: work.conversation.customer.id },
      });
    work.say('erase.done');
    work.eraseAfterwards();
    await scene.dc.cancelAllDialogs();
    return WAIT;
  }
}
