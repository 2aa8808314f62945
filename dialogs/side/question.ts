/** A question: answered as far as the bot honestly can, else a person is offered; a complaint then goes on. */
import { buttons } from '../answer.ts';
import { startTalk } from '../carryOn.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';
import { handOver } from '../steps/handOver.ts';
import { nextDue } from '../words/caseCard.ts';

export class Question extends Step {
  protected override async begin(scene: Scene): Turned {
    const { work } = scene;
    if (work.case && work.case.status !== 'closed') {
      const due = nextDue(work, work.case);
      const quickReplies = buttons(work, ['human']);
      if (due) work.say('question.due', { values: { due }, quickReplies });
      else work.say('question.noted', { quickReplies });
      return done(scene);
    }
    return this.again(scene);
  }
  protected override async again({ work }: Scene): Turned {
    work.say('question.person', { quickReplies: buttons(work, ['yes', 'no']) });
    return WAIT;
  }
  protected override async hear(scene: Scene): Turned {
    const { work, answer, reading } = scene;
    if (answer?.action === 'yes' || reading?.intent === 'yes') return handOver(scene, 'asked');
    if (answer?.action === 'no' || reading?.intent === 'no' || reading?.intent === 'thanks') {
      work.say('thanks.welcome');
      return done(scene);
    }
    await scene.dc.endDialog();
    return startTalk(scene);
  }
}
