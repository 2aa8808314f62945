/** The root dialog: what interrupts is taken first, then the step that waits hears the line, else a talk begins. */

import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { ComponentDialog } from './botbuilder.ts';
import { startTalk } from './carryOn.ts';
import { createComplaint } from './complaint.ts';
import { INTERRUPTIONS } from './interruptions/index.ts';
import { detectLanguage } from './interruptions/language.ts';
import { noteLine } from './record/noteLine.ts';
import { isQueued } from './record/standing.ts';
import { type Memory, sceneOf, shareMemory, shareTaken } from './scene.ts';
import { Afterwards } from './side/afterwards.ts';
import { Cancel } from './side/cancel.ts';
import { CaseState } from './side/caseState.ts';
import { Damage } from './side/damage.ts';
import { Erase } from './side/erase.ts';
import { Praise } from './side/praise.ts';
import { Question } from './side/question.ts';
import { Suggestion } from './side/suggestion.ts';
import { waiting } from './side/waiting.ts';
import { welcomeBack } from './side/welcomeBack.ts';
import { speakFirst } from './speakFirst.ts';
import { WAIT } from './step.ts';
import { Clarify } from './steps/clarify.ts';
import { Confirm } from './steps/confirm.ts';
import { Empathise } from './steps/empathise.ts';
import { Fix } from './steps/fix.ts';
import { FollowUp } from './steps/followUp.ts';
import { Gather } from './steps/gather.ts';
import { Judge } from './steps/judge.ts';
import { Listen } from './steps/listen.ts';
import { Receive } from './steps/receive.ts';
import { occasionOf } from './work.ts';

/** Side talks that go on while a person is waited for. */
const ABOUT_THE_TALK: readonly string[] = ['status', 'cancel', 'erase'];

/** Kept steady by hand: a dialog stack that an older version saved is continued, not refused. */
const VERSION = '1';

export class Conversation extends ComponentDialog {
  constructor() {
    super('conversation');
    this.addDialog(createComplaint());
    for (const step of [Receive, Listen, Empathise, Clarify, Gather, Confirm, Judge, Fix]) {
      this.addDialog(new step(step.name.toLowerCase()));
    }
    this.addDialog(new Afterwards('afterwards')).addDialog(new FollowUp('follow-up'));
    this.addDialog(new Praise('praise')).addDialog(new Damage('damage'));
    this.addDialog(new Suggestion('suggestion')).addDialog(new Question('question'));
    this.addDialog(new CaseState('status')).addDialog(new Cancel('cancel')).addDialog(new Erase('erase'));
  }

  protected override getInternalVersion(): string {
    return VERSION;
  }

  protected override onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#turn(dc);
  }
  protected override onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#turn(dc);
  }

  /** Never ends: what the bot remembers lives as long as the conversation. */
  async #turn(dc: DialogContext): Promise<DialogTurnResult> {
    const root = dc.parent?.activeDialog;
    const memory: Memory = root?.state?.memory ?? {};
    if (root) root.state = { ...root.state, memory };
    shareMemory(dc, memory);
    const occasion = occasionOf(dc.context);
    if (occasion) await speakFirst(dc, occasion);
    else await this.#hear(dc);
    return WAIT;
  }

  async #hear(dc: DialogContext): Promise<void> {
    this.#dropUnknown(dc);
    detectLanguage(sceneOf(dc));
    shareTaken(dc, noteLine(sceneOf(dc)));
    const scene = sceneOf(dc);
    welcomeBack(scene);
    for (const interruption of INTERRUPTIONS) {
      if (await interruption(scene)) return;
    }
    const queued = isQueued(scene.work);
    if (queued && !ABOUT_THE_TALK.includes(dc.activeDialog?.id ?? '')) return waiting(scene);
    if (dc.activeDialog) await dc.continueDialog();
    else await startTalk(scene);
  }

  /** A dialog that a newer version no longer has: the talk goes on from the case. */
  #dropUnknown(dc: DialogContext): void {
    if (dc.stack.some(({ id }) => !this.findDialog(id))) dc.stack.splice(0);
  }
}
