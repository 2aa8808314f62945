/** What a driver's own test gives to the contracts: how to open it anew for each test. */
import { afterEach, beforeEach } from 'vitest';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Commit } from '../../src/ports/conversationStore.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { aCommit } from './samples.ts';

export type OpenStores = () => Promise<Stores>;

/** Opens before and closes after each test; gives the way to the stores of the running test. */
export const openedForEach = (open: OpenStores): (() => Stores) => {
  let stores: Stores | undefined;
  beforeEach(async () => {
    stores = await open();
  });
  afterEach(async () => {
    await stores?.close();
    stores = undefined;
  });
  return () => {
    if (!stores) throw new Error('not opened yet');
    return stores;
  };
};

/** Commits what must be accepted and gives the saved conversation. */
export const saved = async (
  stores: Stores,
  conversation: Conversation,
  change: Partial<Commit> = {},
): Promise<Conversation> => {
  const result = await stores.conversations.commit(aCommit(conversation, change));
  if (!result.committed) throw new Error(`not committed: ${result.reason}`);
  return result.conversation;
};
