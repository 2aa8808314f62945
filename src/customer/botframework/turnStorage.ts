/** Bot Framework storage over the turn's work: the dialog stack is saved with the turn, in the same write. */
import type { Storage, StoreItems } from 'botbuilder-core';
import type { TurnWork } from '../../ports/turnWork.ts';

export const turnStorage = (work: TurnWork): Storage => ({
  read: async (keys) => {
    const kept = (work.conversation.dialog ?? {}) as StoreItems;
    return Object.fromEntries(
      keys.filter((key) => key in kept).map((key) => [key, structuredClone(kept[key])]),
    );
  },
  write: async (changes) => {
    const kept = (work.conversation.dialog ?? {}) as StoreItems;
    // Through JSON: what is kept must be what a restart would find.
    work.setDialog(JSON.parse(JSON.stringify({ ...kept, ...changes })));
  },
  delete: async () => {
    work.setDialog(undefined);
  },
});
