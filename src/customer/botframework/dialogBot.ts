/** The bot port over botbuilder dialogs: one turn in, lines and commands out, nothing saved here. */
import { type Activity, ActivityTypes, ConversationState } from 'botbuilder-core';
import type { Dialog } from 'botbuilder-dialogs';
import { DialogSet } from '../../../dialogs/botbuilder.ts';
import { putWork } from '../../../dialogs/work.ts';
import type { Bot, Occasion } from '../../ports/bot.ts';
import type { TurnWork } from '../../ports/turnWork.ts';
import { TurnAdapter } from './turnAdapter.ts';
import { turnStorage } from './turnStorage.ts';

const activityOf = (work: TurnWork, occasion?: Occasion): Partial<Activity> => ({
  type: occasion ? ActivityTypes.Event : ActivityTypes.Message,
  ...(occasion ? { name: occasion } : { text: work.line?.text ?? '', value: work.line?.value }),
  id: work.line?.id ?? `${occasion}`,
  channelId: work.conversation.channel,
  conversation: { id: work.conversation.id, isGroup: false, conversationType: 'personal', name: '' },
  from: { id: work.conversation.customer.id, name: '' },
  recipient: { id: 'calmdesk', name: '' },
  locale: work.locale,
});

/** `root` is the dialog that every turn starts with; it is stateless between turns. */
export const createDialogBot = (root: Dialog): Bot => {
  const adapter = new TurnAdapter();
  const run = (work: TurnWork, occasion?: Occasion) =>
    adapter.run(activityOf(work, occasion), async (context) => {
      putWork(context, work, occasion);
      const state = new ConversationState(turnStorage(work));
      const dialogs = new DialogSet(state.createProperty('dialogs'));
      dialogs.add(root);
      const dialog = await dialogs.createContext(context);
      const result = await dialog.continueDialog();
      if (result.status === 'empty') await dialog.beginDialog(root.id);
      await state.saveChanges(context);
    });
  return { answer: (work) => run(work), speakFirst: (work, occasion) => run(work, occasion) };
};
