/** Step 3, empathise and apologise: names what they said, is sorry for the experience, says what comes next. */
import { isHeated } from '../../src/domain/calmness.ts';
import { likelyCause } from '../record/likelyCause.ts';
import { nextQuestion } from '../record/questions.ts';
import { nothingToAsk } from '../record/stance.ts';
import type { Scene } from '../scene.ts';
import { done, Step } from '../step.ts';

export class Empathise extends Step {
  protected override begin(scene: Scene) {
    const { work, memory } = scene;
    const group = work.case?.cause?.group;
    if (work.case && !isHeated({ now: work.case.tension.peak })) this.#calmly(scene);
    else if (memory.words) work.say('empathise.words', { values: { words: memory.words } });
    else work.say(group ? `empathise.${group}` : 'empathise.plain');
    if (!nothingToAsk(scene) && this.#lacksSomething(scene)) work.say('empathise.next');
    return done(scene);
  }
  /** Where everything was said at once, nothing is announced: the record comes next. */
  #lacksSomething({ work, memory }: Scene): boolean {
    if (!work.case) return false;
    const unsure = likelyCause(memory.cause, work.case.facts) === undefined;
    return unsure || nextQuestion(work, { single: true, wish: false }).length > 0;
  }

  /** Anger that nobody showed is not named. */
  #calmly({ work, memory }: Scene): void {
    if (memory.words) work.say('empathise.calm-words', { values: { words: memory.words } });
    else work.say('empathise.calm');
  }
  protected override hear(scene: Scene) {
    return done(scene);
  }
  protected override again(scene: Scene) {
    return done(scene);
  }
}
