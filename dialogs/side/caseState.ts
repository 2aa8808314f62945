/** How far is my case: by number; from another conversation only with the phone or order number that is on the case. */
import { findCaseNumber } from '../../src/app/caseNumber.ts';
import type { Case } from '../../src/domain/case.ts';
import { startTalk } from '../carryOn.ts';
import type { Scene } from '../scene.ts';
import { done, Step, type Turned, WAIT } from '../step.ts';
import { caseCard, nextDue, statusText } from '../words/caseCard.ts';
import { isWelcomed } from './welcomeBack.ts';

interface State {
  number?: string;
  asked?: 'number' | 'factor';
}

/** Wrong second factors in one conversation; afterwards every answer is the same polite "not found". */
const TRIES = 3;
const SHORTEST_FACTOR = 4;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}@.]/gu, '')
    .toLowerCase();

const matches = (found: Case, text: string): boolean => {
  const said = plain(text);
  const factors = [found.facts.phone, found.facts.order, found.customer.contact]
    .filter((factor) => factor !== undefined)
    .map(plain)
    .filter((factor) => factor.length >= SHORTEST_FACTOR);
  return factors.some((factor) => said.includes(factor));
};

const tell = ({ work }: Scene, found: Case): void => {
  const due = nextDue(work, found);
  const values = { number: found.number, status: statusText(work, found.status), due: due ?? '' };
  work.say(due ? 'status.told-due' : 'status.told', { values, card: caseCard(work, found) });
};

export class CaseState extends Step<State> {
  protected override async begin(scene: Scene, state: State): Turned {
    const { work, text } = scene;
    const number = findCaseNumber(text);
    if (work.case && (!number || number === work.case.number)) {
      if (!isWelcomed(scene)) tell(scene, work.case);
      return done(scene);
    }
    if (number) state.number = number;
    return this.again(scene, state);
  }

  protected override async again({ work }: Scene, state: State): Turned {
    state.asked = state.number ? 'factor' : 'number';
    work.say(state.number ? 'status.factor' : 'status.number');
    return WAIT;
  }

  protected override async hear(scene: Scene, state: State): Turned {
    if (state.asked === 'factor' && state.number) return this.#check(scene, state.number);
    const number = findCaseNumber(scene.text);
    if (number) {
      state.number = number;
      return this.again(scene, state);
    }
    // Whoever has no number and is still upset is heard as anybody else.
    const open = scene.work.case !== undefined && scene.work.case.status !== 'closed';
    if (!open && scene.reading?.intent === 'complaint') {
      await scene.dc.endDialog();
      return startTalk(scene);
    }
    scene.work.say('status.unknown');
    return done(scene);
  }

  /** An unknown number, a wrong factor and too many tries are answered alike. */
  async #check(scene: Scene, number: string): Turned {
    const { work, memory, text } = scene;
    const tries = memory.wrongFactors ?? 0;
    const found = await work.findCase(number);
    if (tries < TRIES && found && matches(found, text)) {
      tell(scene, found);
      return done(scene);
    }
    memory.wrongFactors = tries + 1;
    work.say('status.unknown');
    return done(scene);
  }
}
