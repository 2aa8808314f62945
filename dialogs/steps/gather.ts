/** Step 4, gather: asks only what is missing, one short question at a time; "don't know" and "skip" are answers. */
import { isHeated } from '../../src/domain/calmness.ts';
import type { FactField, Facts } from '../../src/domain/facts.ts';
import { beginsWithYes, buttons } from '../answer.ts';
import { freeFact } from '../record/freeFact.ts';
import { nextQuestion, questionKey } from '../record/questions.ts';
import { demandsTooMuch, nothingToAsk } from '../record/stance.ts';
import type { Scene } from '../scene.ts';
import { done, Step, WAIT } from '../step.ts';

interface State {
  /** The fields that the last question asked for. */
  pending?: readonly FactField[];
  /** How often the same question was not answered. */
  unanswered?: number;
}

/** What a wish in free words reads like. */
const WISHING = ['suggestion', 'inform', 'complaint'] as const;
const DECLINES = ['unsure', 'no'] as const;

const declines = ({ answer, reading }: Scene): boolean =>
  answer?.action === 'skip' ||
  answer?.action === 'no' ||
  DECLINES.some((intent) => intent === reading?.intent);

export class Gather extends Step<State> {
  protected override begin(scene: Scene, state: State) {
    return this.#ask(scene, state);
  }

  protected override hear(scene: Scene, state: State) {
    const pending = state.pending ?? [];
    const open = pending.filter((field) => !scene.taken.includes(field));
    if (open.length < pending.length) this.#settleRest(scene, open);
    else if (declines(scene)) this.#skip(scene, open);
    else if (this.#takeOtherWish(scene, open)) scene.work.say('gather.heard');
    else if (!this.#takeFreeText(scene, open)) return this.#missed(scene, state, open);
    state.unanswered = 0;
    return this.#ask(scene, state);
  }

  protected override async again(scene: Scene, state: State) {
    scene.work.say('gather.back');
    return this.#ask(scene, state);
  }

  /** Part of a pair was answered: the other part is asked by itself later, unless they do not know it. */
  #settleRest(scene: Scene, open: readonly FactField[]): void {
    if (scene.reading?.intent === 'unsure') this.#skip(scene, open);
  }

  #skip({ work }: Scene, fields: readonly FactField[]): void {
    if (fields.length > 0) work.do({ type: 'noteFacts', facts: {}, skipped: fields });
  }

  /** A wish that is none of the usual ones is kept in their words. */
  #takeOtherWish({ work, text, reading }: Scene, open: readonly FactField[]): boolean {
    const told = reading && WISHING.some((intent) => intent === reading.intent);
    if (!open.includes('remedy') || !told || Object.keys(reading.slots).length > 0) return false;
    const how = [work.case?.facts.how ?? work.case?.opening, text].join(' / ').slice(0, 500);
    work.do({ type: 'noteFacts', facts: { how }, skipped: ['remedy'] });
    return true;
  }

  /** An answer in words that the reading found no fact in is the fact, where the question was an open one. */
  #takeFreeText({ work, text, reading }: Scene, open: readonly FactField[]): boolean {
    const [field] = open;
    // Facts for other fields are no answer to this one.
    const other = Object.keys(reading?.slots ?? {}).some((slot) => !open.includes(slot as FactField));
    const answers = field && reading && !other && !beginsWithYes(work, text);
    const value = answers && freeFact(field, text, reading, work.locale);
    if (!field || value === undefined || value === false) return false;
    work.do({ type: 'noteFacts', facts: { [field]: value } as Facts });
    return true;
  }

  /** Not an answer: asked once more, then left open. */
  async #missed(scene: Scene, state: State, open: readonly FactField[]) {
    if ((state.unanswered ?? 0) >= 1) this.#skip(scene, open);
    else scene.work.say('gather.heard');
    state.unanswered = ((state.unanswered ?? 0) + 1) % 2;
    return this.#ask(scene, state);
  }

  /** While they are heated, one thing at a time; a demand that was made is not asked for again. */
  #leavesOut(scene: Scene) {
    const tension = scene.work.case?.tension;
    return { single: tension !== undefined && isHeated(tension), wish: demandsTooMuch(scene) };
  }

  async #ask(scene: Scene, state: State) {
    const { work } = scene;
    const settled = !work.case || nothingToAsk(scene);
    const fields = settled ? [] : nextQuestion(work.case, this.#leavesOut(scene));
    if (fields.length === 0) return done(scene);
    state.pending = fields;
    work.say(questionKey(fields), { quickReplies: buttons(work, ['skip']) });
    return WAIT;
  }
}
