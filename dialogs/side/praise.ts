/** Praise: thank, take down who and what, pass it on. */

import { freeFact } from '../record/freeFact.ts';
import { openCaseOf } from '../record/standing.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';
import { openCase } from '../steps/receive.ts';

export class Praise extends Step {
  protected override async begin(scene: Scene): Turned {
    const { work } = scene;
    if (openCaseOf(work)) {
      work.say('praise.passed-on');
      return done(scene);
    }
    openCase(scene, 'praise');
    if (work.case?.facts.who) return this.#thank(scene);
    work.say('praise.who');
    return WAIT;
  }
  protected override async hear(scene: Scene): Turned {
    const { work, text, reading } = scene;
    const declined = reading?.intent === 'no' || reading?.intent === 'unsure';
    const said = declined ? undefined : reading?.slots.who;
    const who = said ?? (declined || !reading ? undefined : freeFact('who', text, reading, work.locale));
    if (who && typeof who === 'string') work.do({ type: 'noteFacts', facts: { who } });
    return this.#thank(scene);
  }
  protected override async again({ work }: Scene): Turned {
    work.say('praise.who');
    return WAIT;
  }
  async #thank(scene: Scene): Turned {
    const { work } = scene;
    const who = work.case?.facts.who;
    if (who) work.say('praise.thanks-who', { values: { who } });
    else work.say('praise.passed-on');
    if (work.case?.kind === 'praise') work.do({ type: 'closeCase', reason: 'satisfied' });
    return done(scene);
  }
}
