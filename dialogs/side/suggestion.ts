/** A suggestion: thanked for, written down, passed on. */
import { openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned } from '../step.ts';
import { openCase } from '../steps/receive.ts';

export class Suggestion extends Step {
  protected override async begin(scene: Scene): Turned {
    const { work } = scene;
    const open = openCaseOf(work) !== undefined;
    if (!open) openCase(scene, 'suggestion');
    work.say('suggestion.thanks');
    if (!open) work.do({ type: 'closeCase', reason: 'satisfied' });
    return done(scene);
  }
  protected override hear(scene: Scene): Turned {
    return done(scene);
  }
  protected override again(scene: Scene): Turned {
    return done(scene);
  }
}
