/** The open sockets by conversation and by address, with the caps on both. */
import type { StreamSocket } from './socket.ts';

const PER_CONVERSATION = 5;
const PER_ADDRESS = 2000;
const IN_ALL = 20_000;

export class SocketRegister {
  readonly byConversation = new Map<string, Set<StreamSocket>>();
  readonly #byAddress = new Map<string, number>();
  size = 0;

  isFull(address: string): boolean {
    return this.size >= IN_ALL || (this.#byAddress.get(address) ?? 0) >= PER_ADDRESS;
  }
  /** The newest sockets of a conversation stay: an old page that hangs must not keep a new one out. */
  add(socket: StreamSocket): void {
    const there = this.byConversation.get(socket.conversationId) ?? new Set();
    this.byConversation.set(socket.conversationId, there.add(socket));
    this.size += 1;
    this.#byAddress.set(socket.address, (this.#byAddress.get(socket.address) ?? 0) + 1);
    const [oldest] = there;
    if (there.size <= PER_CONVERSATION || !oldest) return;
    oldest.close(1013);
    this.remove(oldest);
  }
  remove(socket: StreamSocket): void {
    const { address } = socket;
    const there = this.byConversation.get(socket.conversationId);
    if (!there?.delete(socket)) return;
    if (there.size === 0) this.byConversation.delete(socket.conversationId);
    this.size -= 1;
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, left);
  }
  of(conversationId: string): readonly StreamSocket[] {
    return [...(this.byConversation.get(conversationId) ?? [])];
  }
  terminateAll(): void {
    for (const socket of this.all()) socket.terminate();
  }
  all(): readonly StreamSocket[] {
    return [...this.byConversation.values()].flatMap((sockets) => [...sockets]);
  }
}
