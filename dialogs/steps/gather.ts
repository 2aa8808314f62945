/** Step 4, gather: asks only what is missing, one short question at a time; "don't know" and "skip" are answers. */
import { isHeated } from '../../src/domain/calmness.ts';
import type { FactField, Facts } from '../../src/domain/facts.ts';
import { beginsWithYes, buttons } from '../answer.ts';
import { freeFact } from '../record/freeFact.ts';
import { isAnybody } from '../record/kindOfWord.ts';
import { namedWish } from '../record/namedWish.ts';
import { nextQuestion, onlyOnce, questionKey } from '../record/questions.ts';
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
/** Letters from which on an aside has something to say: it is kept with what happened. */
const WORTH_KEEPING = { han: 5, latin: 16 };
/** "No thanks" and "never mind" are said to the question: what cancels the matter has been taken before. */
const DECLINES = ['unsure', 'no', 'cancel'] as const;

const declines = ({ answer, reading }: Scene): boolean =>
  answer?.action === 'skip' ||
  answer?.action === 'no' ||
  DECLINES.some((intent) => intent === reading?.intent);

/** Asked for the model and the use, a word with a figure in it is the model. */
const fieldFor = (open: readonly FactField[], text: string): FactField | undefined => {
  const [first] = open;
  return first === 'spec' && open.includes('usedHow') && !/\d/.test(text) ? 'usedHow' : first;
};

export class Gather extends Step<State> {
  protected override begin(scene: Scene, state: State) {
    return this.#ask(scene, state);
  }

  protected override hear(scene: Scene, state: State) {
    const pending = state.pending ?? [];
    const open = pending.filter((field) => !scene.taken.includes(field));
    if (open.length < pending.length) this.#settleRest(scene, open);
    else if (declines(scene)) this.#skip(scene, open);
    else if (this.#takeNamedWish(scene, open)) state.unanswered = 0;
    else if (this.#takeOtherWish(scene, open)) scene.work.say('gather.heard');
    else if (!this.#takeFreeText(scene, open)) return this.#missed(scene, state, open);
    this.#takeWholePerson(scene, pending);
    this.#skip(
      scene,
      pending.filter((field) => onlyOnce(field)),
    );
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

  /** Asked who it was, "Tony, the stylist" is more than the role that was recognised in it. */
  #takeWholePerson({ work, text, reading, taken }: Scene, pending: readonly FactField[]): void {
    const { who } = work.case?.facts ?? {};
    const alone = pending.length === 1 || Object.keys(reading?.slots ?? {}).every((slot) => slot === 'who');
    if (!pending.includes('who') || !taken.includes('who') || !alone || !who || who === text) return;
    const whole = reading && freeFact('who', text, reading, work.locale);
    if (whole && isAnybody(work, who)) work.do({ type: 'noteFacts', facts: { who: text } });
  }

  /** A piece of a wish's name, also before it was asked for. */
  #takeNamedWish({ work, text }: Scene, open: readonly FactField[]): boolean {
    const asked = open.includes('remedy');
    const wish = asked || work.case?.facts.remedy === undefined ? namedWish(work, text, asked) : undefined;
    if (!wish) return false;
    work.do({ type: 'noteFacts', facts: { remedy: wish } });
    if (!asked) work.say('gather.heard');
    return true;
  }

  /** A wish that is none of the usual ones is kept in their words. */
  #takeOtherWish({ work, text, reading }: Scene, open: readonly FactField[]): boolean {
    const told = reading && WISHING.some((intent) => intent === reading.intent);
    if (!open.includes('remedy') || !told || Object.keys(reading.slots).length > 0) return false;
    if (!/\p{L}/u.test(text)) return false;
    work.do({ type: 'noteFacts', facts: { how: this.#added(work, text) }, skipped: ['remedy'] });
    return true;
  }

  #added({ case: current }: Scene['work'], text: string): string {
    const before = current?.facts.how ?? current?.opening ?? '';
    return before.includes(text) ? before : [before, text].join(' / ').slice(0, 500);
  }

  /** An answer in words that the reading found no fact in is the fact, where the question was an open one. */
  #takeFreeText({ work, text, reading }: Scene, open: readonly FactField[]): boolean {
    const field = fieldFor(open, text);
    // Facts for other fields are no answer to this one.
    const about: readonly string[] = field === 'who' ? ['what', ...open] : open;
    const other = Object.keys(reading?.slots ?? {}).some((slot) => !about.includes(slot));
    const answers = field && reading && !other && !beginsWithYes(work, text);
    const value = answers && freeFact(field, text, reading, work.locale);
    if (!field || value === undefined || value === false) return false;
    work.do({ type: 'noteFacts', facts: { [field]: value } as Facts });
    return true;
  }

  /** Not an answer: asked once more, then left open; what is asked only once is left open at once. */
  async #missed(scene: Scene, state: State, open: readonly FactField[]) {
    const again = (state.unanswered ?? 0) === 0 && !open.every(onlyOnce);
    this.#keepAside(scene, again);
    this.#skip(scene, again ? open.filter(onlyOnce) : open);
    state.unanswered = again ? 1 : 0;
    return this.#ask(scene, state);
  }

  /** No answer, but perhaps something to know: kept where it says something, so that "noted" is true. */
  #keepAside({ work, text, reading, taken }: Scene, again: boolean): void {
    // What is on the record already, or has just come onto it, is said to be there.
    if (taken.length > 0 || reading?.slots.remedy !== undefined) {
      work.say('gather.heard');
      return;
    }
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < WORTH_KEEPING[/\p{Script=Han}/u.test(text) ? 'han' : 'latin']) {
      if (again) work.say('gather.unclear');
      return;
    }
    if (reading?.intent !== 'abuse') {
      work.do({ type: 'noteFacts', facts: { how: this.#added(work, text) } });
    }
    work.say('gather.heard');
  }

  /** While they are heated, one thing at a time; a demand that was made is not asked for again. */
  #leavesOut(scene: Scene) {
    const tension = scene.work.case?.tension;
    return { single: tension !== undefined && isHeated(tension), wish: demandsTooMuch(scene) };
  }

  async #ask(scene: Scene, state: State) {
    const { work } = scene;
    const settled = !work.case || nothingToAsk(scene);
    const fields = settled ? [] : nextQuestion(work, this.#leavesOut(scene));
    if (fields.length === 0) return done(scene);
    state.pending = fields;
    work.say(questionKey(fields), { quickReplies: buttons(work, ['skip']) });
    return WAIT;
  }
}
