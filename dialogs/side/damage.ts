/** Goods broken by the customer: is anyone hurt, no blame, how it came about, then a person for a fair settlement. */

import { beginsWithYes, buttons } from '../answer.ts';
import { cameBroken } from '../interruptions/side.ts';
import { noteLine } from '../record/noteLine.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';
import { handOver, toPerson } from '../steps/handOver.ts';
import { openCase } from '../steps/receive.ts';

interface State {
  asked?: 'hurt' | 'how';
  twice?: boolean;
}

export class Damage extends Step<State> {
  protected override async begin(scene: Scene, state: State): Turned {
    openCase(scene, 'damage');
    return this.again(scene, state);
  }

  protected override async again({ work }: Scene, state: State): Turned {
    if (state.asked === 'how') {
      work.say('damage.how');
      return WAIT;
    }
    state.asked = 'hurt';
    const number = work.case?.number ?? '';
    work.say('damage.hurt', { values: { number }, quickReplies: buttons(work, ['yes', 'no']) });
    return WAIT;
  }

  protected override async hear(scene: Scene, state: State): Turned {
    const { work, answer, reading, text } = scene;
    if (reading?.intent === 'complaint' && cameBroken(scene)) return this.#notTheirs(scene);
    if (state.asked === 'how') {
      work.do({ type: 'noteFacts', facts: { how: text.slice(0, 500) } });
      return this.#settle(scene);
    }
    if (answer?.action === 'yes' || reading?.intent === 'yes' || beginsWithYes(work, text)) {
      work.say('urgent.safety');
      work.do({ type: 'judgeCase', severity: 'safety' });
      return handOver(scene, 'safety');
    }
    const unhurt = answer?.action === 'no' || reading?.intent === 'no' || reading?.intent === 'thanks';
    // People first: an answer that tells neither is asked for once more.
    if (!unhurt && !state.twice) {
      state.twice = true;
      return this.again(scene, state);
    }
    state.asked = 'how';
    work.say(unhurt ? 'damage.relieved' : 'damage.how');
    return WAIT;
  }

  /** They did not break it: it is a complaint after all, and goes on as one. */
  async #notTheirs(scene: Scene): Turned {
    const { work, dc } = scene;
    if (work.case?.kind !== 'damage') return done(scene);
    work.do({ type: 'judgeCase', kind: 'complaint' });
    noteLine(scene);
    work.say('empathise.calm');
    return dc.replaceDialog('complaint', { resumed: true });
  }

  /** In the middle of a complaint it is noted there; by itself a person settles it fairly. */
  async #settle(scene: Scene): Turned {
    const { work } = scene;
    work.say('damage.fair');
    if (work.case?.kind !== 'damage') return done(scene);
    toPerson(scene, 'damage', 'damage');
    await scene.dc.cancelAllDialogs();
    return WAIT;
  }
}
