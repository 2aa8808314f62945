/** Everything that is kept, as one driver gives it. */
import type { CaseIndex } from './caseIndex.ts';
import type { ConversationStore } from './conversationStore.ts';
import type { Files } from './files.ts';
import type { Outbox } from './outbox.ts';
import type { StaffStore } from './staff.ts';
import type { Transcript } from './transcript.ts';

export interface Stores {
  readonly conversations: ConversationStore;
  readonly cases: CaseIndex;
  readonly transcript: Transcript;
  readonly outbox: Outbox;
  readonly files: Files;
  readonly staff: StaffStore;
  /** Finishes what was begun; nothing may be called afterwards. */
  close(): Promise<void>;
  /** Rejects when the store cannot be used now. */
  ping(): Promise<void>;
}
