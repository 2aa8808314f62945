/** What a dialog sees of a turn. */
import type { DialogContext } from 'botbuilder-dialogs';
import type { FactField } from '../src/domain/facts.ts';
import type { TurnWork } from '../src/ports/turnWork.ts';
import type { CauseReading, Reading } from '../src/ports/understanding.ts';
import { type Answer, answerOf } from './answer.ts';
import { workOf } from './work.ts';

/** What the bot keeps for the length of the conversation besides the case: plain JSON. */
export interface Memory {
  /** A short piece of the customer's own words, to be given back to them. */
  words?: string;
  /** They were said in an outburst: calmer words take their place. */
  hotWords?: boolean;
  /** The surest reading of the cause so far. */
  cause?: CauseReading;
  /** The customer or an agent named the cause: no reading changes it any more. */
  causeFixed?: boolean;
  stance?: NonNullable<Reading['stance']>;
  /** Asking for the status of a case from elsewhere: tries with a wrong second factor. */
  wrongFactors?: number;
  /** Epoch of the case for which a waiting customer has been told that they are heard. */
  waitingTold?: number;
  /** The time that was noted from an outburst. */
  hotWhen?: string;
  /** Epoch of the case for which a customer who is hurt has been told to be looked after first. */
  careTold?: number;
}

/** A new matter begins: what was kept of the last one is dropped. */
export const forgetMatter = (memory: Memory): void => {
  for (const kept of ['words', 'hotWords', 'cause', 'causeFixed', 'stance', 'hotWhen'] as const)
    delete memory[kept];
};

export interface Scene {
  readonly dc: DialogContext;
  readonly work: TurnWork;
  readonly text: string;
  readonly reading: Reading | undefined;
  /** A button or an answer of a card, however it reached us. */
  readonly answer: Answer | undefined;
  readonly memory: Memory;
  /** Facts that this line brought, already noted on the case. */
  readonly taken: readonly FactField[];
}

const MEMORY = Symbol('calmdesk.memory');
const TAKEN = Symbol('calmdesk.taken');
const ANSWER = Symbol('calmdesk.answer');

/** The root puts its memory where every dialog of this turn finds it. */
export const shareMemory = (dc: DialogContext, memory: Memory): void => {
  dc.context.turnState.set(MEMORY, memory);
};

export const shareTaken = (dc: DialogContext, taken: readonly FactField[]): void => {
  dc.context.turnState.set(TAKEN, taken);
};

/** Read once a turn: what the customer pressed does not change while the bot answers. */
const answerIn = (dc: DialogContext, work: TurnWork): Answer | undefined => {
  const { turnState } = dc.context;
  if (!turnState.has(ANSWER)) turnState.set(ANSWER, answerOf(work));
  return turnState.get(ANSWER);
};

export const sceneOf = (dc: DialogContext): Scene => {
  const work = workOf(dc.context);
  return {
    dc,
    work,
    text: work.line?.text.trim() ?? '',
    reading: work.reading,
    answer: answerIn(dc, work),
    memory: dc.context.turnState.get(MEMORY) ?? {},
    taken: dc.context.turnState.get(TAKEN) ?? [],
  };
};
