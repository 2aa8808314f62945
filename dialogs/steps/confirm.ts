/** Step 5, restate and confirm: the receipt; any point can be corrected until the customer says that it is right. */
import type { FactField, Facts } from '../../src/domain/facts.ts';
import { FACT_FIELDS } from '../../src/domain/facts.ts';
import { beginsWithYes, buttons } from '../answer.ts';
import { freeFact } from '../record/freeFact.ts';
import { likelyCause } from '../record/likelyCause.ts';
import { namedWish } from '../record/namedWish.ts';
import { noteLine } from '../record/noteLine.ts';
import { questionKey } from '../record/questions.ts';
import { nothingToAsk } from '../record/stance.ts';
import type { Scene } from '../scene.ts';
import { done, Step, WAIT } from '../step.ts';
import { receiptRows, sayReceipt } from '../words/receiptCard.ts';

interface State {
  /** Open for changes: the customer said that something is wrong. */
  changing?: boolean;
  /** The field that is being changed. */
  field?: FactField;
  unclear?: number;
}

const AGREES = ['yes', 'thanks', 'go-on'] as const;
/** A line of these that tells a fact while the record is shown puts it right. */
const CORRECTING = ['inform', 'no'] as const;
/** Unclear answers before the conversation goes on without a confirmation. */
const PATIENCE = 2;

const isConfirmed = ({ work: { case: current } }: Scene): boolean =>
  current?.confirmed !== undefined &&
  JSON.stringify(current.confirmed.facts) === JSON.stringify(current.facts);

export class Confirm extends Step<State> {
  protected override async begin(scene: Scene, _state: State) {
    if (!scene.work.case || isConfirmed(scene) || nothingToAsk(scene)) return done(scene);
    this.#settleCause(scene);
    return this.#show(scene, 'confirm.receipt');
  }

  protected override async again(scene: Scene, state: State) {
    state.changing = false;
    return this.#show(scene, 'confirm.again');
  }

  protected override async hear(scene: Scene, state: State) {
    const { work, answer, reading, taken } = scene;
    const pressed = answer?.action === 'confirm' || answer?.action === 'yes';
    const said = beginsWithYes(work, scene.text) && taken.length === 0 && !state.changing;
    if (pressed || said) return this.#confirm(scene);
    if (answer?.action === 'change') return this.#openUp(scene, state);
    if (state.field) return this.#change(scene, state, state.field);
    if (this.#putsRight(scene, state)) return this.again(scene, state);
    // "Yes" after having looked again: nothing is to be changed after all.
    if (reading?.intent === 'yes') return this.#confirm(scene);
    if (state.changing) return this.#whichField(scene, state);
    if (AGREES.some((intent) => intent === reading?.intent)) return this.#confirm(scene);
    if (reading?.intent === 'no') return this.#openUp(scene, state);
    state.unclear = (state.unclear ?? 0) + 1;
    if (state.unclear >= PATIENCE) return done(scene);
    work.say('confirm.unclear', { quickReplies: buttons(work, ['confirm', 'correct']) });
    return WAIT;
  }

  /** Open for changes, whatever the line tells is a change; else what it tells in plain words. */
  #putsRight(scene: Scene, state: State): boolean {
    const corrects = state.changing || CORRECTING.some((intent) => intent === scene.reading?.intent);
    const changed = corrects ? [...scene.taken, ...noteLine(scene, 'overwrite')] : scene.taken;
    return changed.length > 0 || this.#takeNamedWish(scene);
  }

  #takeNamedWish({ work, text }: Scene): boolean {
    const wish = work.case?.facts.remedy === undefined ? namedWish(work, text, true) : undefined;
    if (wish) work.do({ type: 'noteFacts', facts: { remedy: wish } });
    return wish !== undefined;
  }

  /** What was asked since then may tell what the matter is about. */
  #settleCause({ work, memory }: Scene): void {
    const likely = work.case && !work.case.cause && likelyCause(memory.cause, work.case.facts);
    if (likely) work.do({ type: 'judgeCase', cause: likely });
  }

  async #confirm(scene: Scene) {
    scene.work.do({ type: 'confirmRecord' });
    scene.work.say('confirm.done');
    return done(scene);
  }

  async #show({ work }: Scene, key: string) {
    if (work.case) sayReceipt(work, work.case, key, buttons(work, ['confirm', 'correct']));
    return WAIT;
  }

  async #openUp({ work }: Scene, state: State) {
    state.changing = true;
    const rows = work.case ? receiptRows(work, work.case) : [];
    work.say('confirm.which', { quickReplies: rows.map(({ label }) => ({ title: label, value: label })) });
    return WAIT;
  }

  /** They named a row of the record: its question is asked; else the words are added to what happened. */
  async #whichField(scene: Scene, state: State) {
    const { work, text } = scene;
    const field = FACT_FIELDS.find((name) => work.word(`field.${name}`) === text);
    if (field) {
      state.field = field;
      work.say(questionKey([field]));
      return WAIT;
    }
    const how = [work.case?.facts.how ?? work.case?.opening, text].join(' / ');
    work.do({ type: 'noteFacts', facts: { how: how.slice(0, 500) } });
    return this.again(scene, state);
  }

  async #change(scene: Scene, state: State, field: FactField) {
    const { work, text, reading } = scene;
    delete state.field;
    const read = reading?.slots[field as keyof typeof reading.slots];
    const value = read ?? (reading && freeFact(field, text, reading, work.locale));
    if (value !== undefined) work.do({ type: 'noteFacts', facts: { [field]: value } as Facts });
    return this.again(scene, state);
  }
}
