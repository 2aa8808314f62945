/** A dialog that asks, waits for a line and hears it; a side conversation above it ends with `again`. */

import type { TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from './botbuilder.ts';
import { type Scene, sceneOf } from './scene.ts';

export type Turned = Promise<DialogTurnResult>;

/** The customer is to speak next. */
export const WAIT: DialogTurnResult = Dialog.EndOfTurn;

export const done = (scene: Scene, result?: unknown): Turned => scene.dc.endDialog(result);

export abstract class Step<State extends object = object> extends Dialog {
  /** Asks, or ends at once when there is nothing to ask. */
  protected abstract begin(scene: Scene, state: State): Turned;
  /** Hears the line that answers it. */
  protected abstract hear(scene: Scene, state: State): Turned;
  /** Asks again after something else was talked about. */
  protected abstract again(scene: Scene, state: State): Turned;

  override beginDialog(dc: DialogContext, options?: object): Turned {
    if (dc.activeDialog) dc.activeDialog.state = { ...options };
    return this.begin(sceneOf(dc), this.#state(dc));
  }
  override continueDialog(dc: DialogContext): Turned {
    return this.hear(sceneOf(dc), this.#state(dc));
  }
  override resumeDialog(dc: DialogContext): Turned {
    return this.again(sceneOf(dc), this.#state(dc));
  }
  override async repromptDialog(_: TurnContext, _instance: DialogInstance): Promise<void> {
    throw new Error('a step is asked again by resuming it');
  }
  #state(dc: DialogContext): State {
    return (dc.activeDialog?.state ?? {}) as State;
  }
}
