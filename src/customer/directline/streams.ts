/** All open sockets: lets them in by ticket, gives each the lines of its conversation, caps and closes them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { addressOf, isOwnOrigin, originOf } from '../../http/requestFacts.ts';
import type { Upgrade } from '../../http/server.ts';
import { BASE, type DirectLineDeps, wire } from './service.ts';
import { StreamSocket } from './socket.ts';
import { typingActivity } from './toActivity.ts';

const PER_CONVERSATION = 5;
const PER_ADDRESS = 2000;
const IN_ALL = 20_000;
const HEARTBEAT_MS = 60_000;

const PATH = new RegExp(`^${BASE}/conversations/([\\w-]{1,64})/stream$`);

export interface Streams {
  readonly matches: (path: string) => boolean;
  readonly upgrade: Upgrade;
  readonly size: number;
  /** Tells every client to come back later (1012) and lets nobody in any more. */
  close(): Promise<void>;
  /** Cuts all sockets without a word, as a lost network would (tests). */
  cut(): void;
}

const refuse = (socket: Duplex, status: string, more = ''): void => {
  socket.once('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${more}\r\n`);
};

/** The sockets by conversation and by address. */
class Register {
  readonly byConversation = new Map<string, Set<StreamSocket>>();
  readonly #byAddress = new Map<string, number>();
  size = 0;

  isFull(address: string): boolean {
    return this.size >= IN_ALL || (this.#byAddress.get(address) ?? 0) >= PER_ADDRESS;
  }
  /** The newest sockets of a conversation stay: an old page that hangs must not keep a new one out. */
  add(socket: StreamSocket, address: string): void {
    const there = this.byConversation.get(socket.conversationId) ?? new Set();
    this.byConversation.set(socket.conversationId, there.add(socket));
    this.size += 1;
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
    const [oldest] = there;
    if (there.size > PER_CONVERSATION) oldest?.close(1013);
  }
  remove(socket: StreamSocket, address: string): void {
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

const listen = (line: DirectLineDeps, register: Register): (() => void) => {
  const { bus, clock, ids } = line.deps;
  const stops = [
    bus.subscribe('line', (news) => {
      for (const socket of register.of(news.line.conversationId)) socket.hear(news.line);
    }),
    bus.subscribe('typing', ({ conversationId, from }) => {
      if (from === 'customer') return;
      const activities = [typingActivity(conversationId, clock.now(), from, ids.next())];
      for (const socket of register.of(conversationId)) socket.send({ activities });
    }),
    bus.subscribe('erased', ({ conversationId, farewell = [] }) => {
      for (const socket of register.of(conversationId)) socket.sayGoodbye(farewell);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

export const createStreams = (line: DirectLineDeps): Streams => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  const register = new Register();
  const stopListening = listen(line, register);
  let closing = false;
  const heartbeat = setInterval(() => {
    for (const socket of register.all()) socket.checkAlive();
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const letIn = (req: IncomingMessage, socket: Duplex, head: Buffer, id: string, watermark: number) => {
    const address = addressOf(req, line.surroundings);
    const toActivity = wire(line, originOf(req, line.surroundings));
    const { transcript, log } = line.deps;
    server.handleUpgrade(req, socket, head, (client) => {
      const stream = new StreamSocket(
        client,
        { conversationId: id, watermark },
        { transcript, toActivity, log },
      );
      register.add(stream, address);
      client.once('close', () => register.remove(stream, address));
      void stream.catchUp();
    });
  };

  const upgrade: Upgrade = (req, socket, head) => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const id = PATH.exec(url.pathname)?.[1] ?? '';
    const watermark = url.searchParams.get('watermark') ?? '';
    if (closing) refuse(socket, '503 Service Unavailable', 'Retry-After: 2\r\n');
    else if (!isOwnOrigin(req, line.surroundings, line.origins)) refuse(socket, '403 Forbidden');
    else if (!/^\d{0,15}$/.test(watermark)) refuse(socket, '400 Bad Request');
    else if (register.isFull(addressOf(req, line.surroundings)))
      refuse(socket, '429 Too Many Requests', 'Retry-After: 10\r\n');
    else if (!line.tickets.redeemStream(id, url.searchParams.get('t') ?? ''))
      refuse(socket, '401 Unauthorized');
    else letIn(req, socket, head, id, Number(watermark));
  };

  return {
    matches: (path) => PATH.test(path),
    upgrade,
    get size() {
      return register.size;
    },
    close: async () => {
      closing = true;
      clearInterval(heartbeat);
      stopListening();
      for (const socket of register.all()) socket.close(1012);
      // A client that does not answer the goodbye is cut after a moment.
      const cut = setTimeout(() => register.terminateAll(), 1000);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(cut);
    },
    cut: () => register.terminateAll(),
  };
};
