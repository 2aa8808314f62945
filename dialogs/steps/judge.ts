/** Step 6, judge: not ours, nothing wanted, or a demand beyond the matter each take another way than the offer. */
import { openPromises } from '../../src/domain/promises.ts';
import { buttons } from '../answer.ts';
import { demandsTooMuch, wantsOnlyToBeHeard } from '../record/stance.ts';
import type { Scene } from '../scene.ts';
import { Step, type Turned, WAIT } from '../step.ts';
import { handOver } from './handOver.ts';

interface State {
  said?: 'not-ours' | 'firm';
}

export class Judge extends Step<State> {
  protected override async begin(scene: Scene, state: State): Turned {
    const { work } = scene;
    if (work.case?.responsibility === 'not-ours') return this.#say(scene, state, 'not-ours');
    if (wantsOnlyToBeHeard(scene)) return this.#thank(scene);
    if (demandsTooMuch(scene)) {
      work.do({ type: 'judgeCase', stance: 'opportunist' });
      return this.#say(scene, state, 'firm');
    }
    return scene.dc.endDialog();
  }

  protected override async again(scene: Scene, state: State): Turned {
    return state.said ? this.#say(scene, state, state.said) : this.begin(scene, state);
  }

  protected override async hear(scene: Scene, state: State): Turned {
    const { work, answer, reading } = scene;
    const content = answer?.action === 'yes' || reading?.intent === 'yes' || reading?.intent === 'thanks';
    if (content) {
      this.#settle(scene);
      work.say('judge.content');
      return this.#leave(scene);
    }
    return handOver(scene, state.said === 'firm' ? 'opportunist' : 'refused-remedies');
  }

  async #say(scene: Scene, state: State, what: NonNullable<State['said']>): Turned {
    state.said = what;
    scene.work.say(`judge.${what}`, { quickReplies: buttons(scene.work, ['yes', 'human']) });
    return WAIT;
  }

  /** Heard and thanked: that was what they wanted. */
  async #thank(scene: Scene): Turned {
    scene.work.do({ type: 'judgeCase', stance: 'venting' });
    this.#settle(scene);
    scene.work.say('judge.heard');
    return this.#leave(scene);
  }

  /** What was promised was an answer, and this is it. */
  #settle({ work }: Scene): void {
    for (const { id } of work.case ? openPromises(work.case) : []) {
      work.do({ type: 'keepPromise', promiseId: id });
    }
    work.do({ type: 'resolveCase', result: 'heard' });
  }

  async #leave(scene: Scene): Turned {
    await scene.dc.cancelAllDialogs();
    return WAIT;
  }
}
