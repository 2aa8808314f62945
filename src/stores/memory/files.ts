/** Files in memory. */
import type { Files } from '../../ports/files.ts';
import { plain } from './plain.ts';
import { type MemoryState, refuseErased } from './state.ts';

export const memoryFiles = (state: MemoryState): Files => ({
  put: async (file, content) => {
    refuseErased(state, file.conversationId);
    if (!state.files.has(file.id))
      state.files.set(file.id, { file: plain(file), content: Buffer.from(content) });
  },
  get: async (id) => state.files.get(id),
  eraseConversation: async (conversationId) => {
    for (const [id, kept] of state.files)
      if (kept.file.conversationId === conversationId) state.files.delete(id);
  },
});
