/** Everything in memory: for tests, trials and demonstrations; gone when the process ends. */
import type { Stores } from '../../ports/stores.ts';
import { memoryCases } from './cases.ts';
import { memoryConversations } from './conversations.ts';
import { memoryFiles } from './files.ts';
import { memoryOutbox } from './outbox.ts';
import { memoryStaff } from './staff.ts';
import { createState } from './state.ts';
import { memoryTranscript } from './transcript.ts';

export const createMemoryStores = (): Stores => {
  const state = createState();
  return {
    conversations: memoryConversations(state),
    cases: memoryCases(state),
    transcript: memoryTranscript(state),
    outbox: memoryOutbox(state),
    files: memoryFiles(state),
    staff: memoryStaff(state),
    close: async () => {},
    ping: async () => {},
  };
};
