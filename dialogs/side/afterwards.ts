/** After the agreement: the customer may add, ask or change their mind; what was promised stays in view. */

import { buttons } from '../answer.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned } from '../step.ts';
import { handOver } from '../steps/handOver.ts';
import { nextDue } from '../words/caseCard.ts';

const UPSET = 0.5;

export class Afterwards extends Step {
  protected override async begin(scene: Scene): Turned {
    const { work, reading } = scene;
    const upset =
      reading?.intent === 'no' || reading?.intent === 'complaint' || (reading?.tension ?? 0) >= UPSET;
    if (upset) {
      work.say('afterwards.sorry');
      return handOver(scene, 'dissatisfied');
    }
    const due = work.case && nextDue(work, work.case);
    work.say('afterwards.kept', { values: { due: due ?? '' }, quickReplies: buttons(work, ['human']) });
    return done(scene);
  }
  protected override hear(scene: Scene): Turned {
    return this.begin(scene);
  }
  protected override again(scene: Scene): Turned {
    return done(scene);
  }
}
