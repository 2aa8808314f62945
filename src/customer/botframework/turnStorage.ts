/** Bot Framework storage over the turn's work: the dialog stack is saved with the turn, in the same write. */
import type { Storage, StoreItems } from 'botbuilder-core';
import type { TurnWork } from '../../ports/turnWork.ts';

/** Through JSON: what is kept must be what a restart would find. */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const turnStorage = (work: TurnWork): Storage => ({
  read: async (keys) => {
    const kept = (work.conversation.dialog ?? {}) as StoreItems;
    return Object.fromEntries(keys.filter((key) => key in kept).map((key) => [key, copyOf(kept[key])]));
  },
  write: async (changes) => {
    const kept = (work.conversation.dialog ?? {}) as StoreItems;
    work.setDialog(copyOf({ ...kept, ...changes }));
  },
  delete: async () => {
    work.setDialog(undefined);
  },
});
