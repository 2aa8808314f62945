/** Step 3, empathise and apologise: names what they said, is sorry for the experience, says what comes next. */
import type { Scene } from '../scene.ts';
import { done, Step } from '../step.ts';

export class Empathise extends Step {
  protected override begin(scene: Scene) {
    const { work, memory } = scene;
    const group = work.case?.cause?.group;
    if (memory.words) work.say('empathise.words', { values: { words: memory.words } });
    else work.say(group ? `empathise.${group}` : 'empathise.plain');
    work.say('empathise.next');
    return done(scene);
  }
  protected override hear(scene: Scene) {
    return done(scene);
  }
  protected override again(scene: Scene) {
    return done(scene);
  }
}
