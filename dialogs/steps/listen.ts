/** Step 2, listen: nothing is asked while the customer is heated or has not said anything yet; at most three rounds. */
import { hasCalmed, isHeated, LISTENING_ROUNDS } from '../../src/domain/calmness.ts';
import { ownWords } from '../record/ownWords.ts';
import type { Scene } from '../scene.ts';
import { done, Step, WAIT } from '../step.ts';

interface State {
  rounds?: number;
}

const ENOUGH = ['go-on', 'no', 'unsure', 'thanks'] as const;

const hasSpoken = ({ work, reading, answer }: Scene): boolean => {
  if (!work.case || !reading || answer?.action === 'skip') return true;
  return hasCalmed(work.case.tension) || ENOUGH.some((intent) => intent === reading.intent);
};

export class Listen extends Step<State> {
  protected override async begin(scene: Scene, state: State) {
    const { work, reading } = scene;
    if (!work.case || !reading || (!isHeated(work.case.tension) && !this.#saidNothingYet(scene))) {
      return done(scene);
    }
    state.rounds = 1;
    work.say('listen.invite');
    return WAIT;
  }
  /** "I want to complain": they have not begun. */
  #saidNothingYet({ work }: Scene): boolean {
    return work.case?.cause === undefined && Object.keys(work.case?.facts ?? {}).length === 0;
  }

  protected override async hear(scene: Scene, state: State) {
    const rounds = state.rounds ?? 1;
    if (hasSpoken(scene) || rounds >= LISTENING_ROUNDS) return done(scene);
    state.rounds = rounds + 1;
    const { work, reading, text } = scene;
    const words = reading && ownWords(text, reading);
    if (words) work.say('listen.echo', { values: { words } });
    else work.say('listen.more');
    return WAIT;
  }
  protected override async again({ work }: Scene) {
    work.say('listen.more');
    return WAIT;
  }
}
