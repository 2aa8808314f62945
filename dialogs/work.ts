/** The turn's unit of work, as dialogs find it on the turn context. */
import type { TurnContext } from 'botbuilder-core';
import type { Occasion } from '../src/ports/bot.ts';
import type { TurnWork } from '../src/ports/turnWork.ts';

const WORK = Symbol('calmdesk.work');
const OCCASION = Symbol('calmdesk.occasion');

export const putWork = (context: TurnContext, work: TurnWork, occasion?: Occasion): void => {
  context.turnState.set(WORK, work);
  if (occasion) context.turnState.set(OCCASION, occasion);
};

/** Throws when a dialog runs outside a turn. */
export const workOf = (context: TurnContext): TurnWork => {
  const work: TurnWork | undefined = context.turnState.get(WORK);
  if (!work) throw new Error('a dialog ran outside a turn');
  return work;
};

/** Why the bot speaks first; absent when it answers a line. */
export const occasionOf = (context: TurnContext): Occasion | undefined => context.turnState.get(OCCASION);
