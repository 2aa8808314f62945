/** A question: answered as far as the bot honestly can, else a person is offered; a complaint then goes on. */
import { dueText } from '../../src/app/dueText.ts';
import { promiseDue } from '../../src/domain/dueBy.ts';
import type { TurnWork } from '../../src/ports/turnWork.ts';
import { buttons } from '../answer.ts';
import { complains, startTalk } from '../carryOn.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';
import { handOver } from '../steps/handOver.ts';
import { nextDue } from '../words/caseCard.ts';

interface State {
  /** Something else was said than yes or no. */
  twice?: boolean;
}

/** When a colleague would answer, were one asked for now. */
const firstAnswer = (work: TurnWork): string =>
  dueText(work, promiseDue('first-answer', work.now, work.policy));

export class Question extends Step<State> {
  protected override async begin(scene: Scene): Turned {
    const { work } = scene;
    if (work.case && work.case.status !== 'closed') {
      const due = nextDue(work, work.case);
      const quickReplies = buttons(work, ['human']);
      if (due) work.say('question.due', { values: { due }, quickReplies });
      else work.say('question.noted', { values: { due: firstAnswer(work) }, quickReplies });
      return done(scene);
    }
    return this.again(scene);
  }
  protected override async again({ work }: Scene): Turned {
    const values = { due: firstAnswer(work) };
    work.say('question.person', { values, quickReplies: buttons(work, ['yes', 'no']) });
    return WAIT;
  }
  protected override async hear(scene: Scene, state: State): Turned {
    const { work, answer, reading } = scene;
    if (answer?.action === 'yes' || reading?.intent === 'yes') return handOver(scene, 'asked');
    if (answer?.action === 'no' || reading?.intent === 'no' || reading?.intent === 'thanks') {
      work.say('thanks.welcome');
      return done(scene);
    }
    // Another question after the first: the same offer stands.
    if (!complains(scene) && scene.text !== '' && !state.twice) {
      state.twice = true;
      return this.again(scene);
    }
    await scene.dc.endDialog();
    return startTalk(scene);
  }
}
