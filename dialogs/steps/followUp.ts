/** Step 11, follow up: satisfaction 1–5 and words; 1–2 opens the case again with the same owner, and apologises. */
import { dueText } from '../../src/app/dueText.ts';
import { promiseDue } from '../../src/domain/dueBy.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { startTalk } from '../carryOn.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';

interface State {
  /** The case was settled and the customer spoke before they were asked. */
  hears?: boolean;
  reminds?: boolean;
  /** The score is on the case; words may follow. */
  rated?: boolean;
  unclear?: number;
}

const LOW = 2;
const HIGH = 4;
const WORDS = 4;
const UPSET = 0.5;

const scoreOf = ({ answer, text }: Scene): number | undefined => {
  if (answer?.action === 'rate') return answer.score;
  const digit = /(?<!\d)([1-5])(?![\d.])/u.exec(text.normalize('NFKC'))?.[1];
  return digit === undefined ? undefined : Number(digit);
};

const wordsOf = (text: string): string | undefined => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= WORDS ? text.slice(0, 1000) : undefined;
};

export class FollowUp extends Step<State> {
  protected override async begin(scene: Scene, state: State): Turned {
    if (state.hears) return this.hear(scene, state);
    if (state.reminds) scene.work.do({ type: 'remindCustomer' });
    else scene.work.do({ type: 'askSatisfaction' });
    return this.#ask(scene, state.reminds ? 'followup.remind' : 'followup.ask');
  }

  protected override async again(scene: Scene, state: State): Turned {
    return state.rated ? done(scene) : this.#ask(scene, 'followup.score');
  }

  protected override async hear(scene: Scene, state: State): Turned {
    if (state.rated) return this.#words(scene);
    const score = scoreOf(scene);
    if (score !== undefined) return this.#rate(scene, state, score);
    const { reading } = scene;
    const says = reading?.intent === 'no' || reading?.intent === 'complaint' || reading?.cause !== undefined;
    const unhappy = (says && reading?.choice === undefined) || (reading?.tension ?? 0) >= UPSET;
    if (unhappy || reading?.needsHuman) return this.#reopen(scene);
    if (reading?.stance === 'venting') {
      scene.work.say('judge.heard');
      return done(scene);
    }
    state.unclear = (state.unclear ?? 0) + 1;
    if (state.unclear > 1) {
      scene.work.say('thanks.welcome');
      return done(scene);
    }
    return this.#ask(scene, 'followup.score');
  }

  async #ask({ work }: Scene, key: string): Turned {
    const quickReplies = [1, 2, 3, 4, 5].map(String).map((score) => ({ title: score, value: score }));
    work.say(key, { card: { kind: 'rating', data: { max: 5 } }, quickReplies });
    return WAIT;
  }

  async #rate(scene: Scene, state: State, score: number): Turned {
    const { work, text } = scene;
    const words = wordsOf(text);
    const { told, key, values } = this.#reopening(scene);
    const rated = work.do({ type: 'rateCase', score, told, ...(words ? { words } : {}) });
    if (isRefusal(rated)) return done(scene);
    if (score <= LOW) {
      work.say(key, { values });
      return done(scene);
    }
    state.rated = true;
    if (words) {
      work.say('followup.thanks');
      return done(scene);
    }
    work.say(score >= HIGH ? 'followup.words-high' : 'followup.words-mid');
    return WAIT;
  }

  /** The same person again, by a date and time. */
  #reopening({ work }: Scene) {
    const due = dueText(work, promiseDue('first-answer', work.now, work.policy));
    const owner = work.case?.owner;
    const key = owner?.kind === 'agent' ? 'followup.reopened-owner' : 'followup.reopened';
    const values = { due, name: owner?.kind === 'agent' ? owner.name : '' };
    return { key, values, told: work.word(key, values) };
  }

  async #reopen(scene: Scene): Turned {
    const { key, values, told } = this.#reopening(scene);
    const reopened = scene.work.do({ type: 'reopenCase', told });
    if (!isRefusal(reopened)) scene.work.say(key, { values });
    return done(scene);
  }

  /** The case is closed; a new matter is a new talk, anything else are the words to the score. */
  async #words(scene: Scene): Turned {
    const { work, text, reading } = scene;
    if (reading?.intent === 'complaint' && (reading.tension >= UPSET || reading.cause)) {
      await scene.dc.cancelAllDialogs();
      return startTalk(scene);
    }
    const score = work.case?.satisfaction?.score;
    const words = wordsOf(text);
    if (score !== undefined && words && reading?.intent !== 'no') work.do({ type: 'rateCase', score, words });
    work.say('followup.thanks');
    return done(scene);
  }
}
