/** Files that customers and agents sent. Served only to their conversation and the desk, deleted with it. */
export interface StoredFile {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
  /** As sniffed from the content, not as claimed. */
  readonly contentType: string;
  readonly bytes: number;
}

export interface Files {
  put(file: StoredFile, content: Buffer): Promise<void>;
  get(id: string): Promise<{ readonly file: StoredFile; readonly content: Buffer } | undefined>;
  eraseConversation(conversationId: string): Promise<void>;
}
