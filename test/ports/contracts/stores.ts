/** All contracts of the stores, for a driver's own test. */
import { describe, expect, test } from 'vitest';
import { type OpenStores, openedForEach } from '../opened.ts';
import { caseIndexContract, deadlinesContract } from './caseIndex.ts';
import { conversationStoreContract } from './conversationStore.ts';
import { erasureContract } from './erasure.ts';
import { filesContract } from './files.ts';
import { outboxContract } from './outbox.ts';
import { searchContract } from './search.ts';
import { staffContract } from './staff.ts';
import { transcriptContract } from './transcript.ts';

export const storesContract = (driver: string, open: OpenStores): void => {
  describe(`stores on ${driver}`, () => {
    conversationStoreContract(open);
    erasureContract(open);
    transcriptContract(open);
    searchContract(open);
    caseIndexContract(open);
    deadlinesContract(open);
    outboxContract(open);
    filesContract(open);
    staffContract(open);

    describe('ping', () => {
      const stores = openedForEach(open);
      test('answers while the store can be used', async () => {
        await expect(stores().ping()).resolves.toBeUndefined();
      });
    });
  });
};
