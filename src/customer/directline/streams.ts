/** All open sockets: lets them in by ticket, gives each the lines of its conversation, caps and closes them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { addressOf, isOwnOrigin, originOf } from '../../http/requestFacts.ts';
import { refuseUpgrade, type Upgrade } from '../../http/upgrades.ts';
import { BASE, type DirectLineDeps, wire } from './service.ts';
import { StreamSocket } from './socket.ts';
import { SocketRegister } from './socketRegister.ts';
import { typingActivity } from './toActivity.ts';

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

const listen = (line: DirectLineDeps, register: SocketRegister): (() => void) => {
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

/** Lets in who has a ticket, comes from a page of ours and finds room. */
const doorkeeper = (
  line: DirectLineDeps,
  server: WebSocketServer,
  register: SocketRegister,
  closing: () => boolean,
): Upgrade => {
  const letIn = (req: IncomingMessage, socket: Duplex, head: Buffer, id: string, watermark: number) => {
    const address = addressOf(req, line.surroundings);
    const toActivity = wire(line, originOf(req, line.surroundings));
    const { transcript, log } = line.deps;
    server.handleUpgrade(req, socket, head, (client) => {
      const stream = new StreamSocket(
        client,
        { conversationId: id, watermark, address },
        { transcript, toActivity, log },
      );
      register.add(stream);
      client.once('close', () => register.remove(stream));
      void stream.catchUp();
    });
  };

  return (req, socket, head) => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const id = PATH.exec(url.pathname)?.[1] ?? '';
    const watermark = url.searchParams.get('watermark') ?? '';
    if (closing()) refuseUpgrade(socket, '503 Service Unavailable', 'Retry-After: 2\r\n');
    else if (!isOwnOrigin(req, line.surroundings, line.origins)) refuseUpgrade(socket, '403 Forbidden');
    else if (!/^\d{0,15}$/.test(watermark)) refuseUpgrade(socket, '400 Bad Request');
    else if (register.isFull(addressOf(req, line.surroundings)))
      refuseUpgrade(socket, '429 Too Many Requests', 'Retry-After: 10\r\n');
    else if (!line.tickets.redeemStream(id, url.searchParams.get('t') ?? ''))
      refuseUpgrade(socket, '401 Unauthorized');
    else letIn(req, socket, head, id, Number(watermark));
  };
};

export const createStreams = (line: DirectLineDeps): Streams => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  const register = new SocketRegister();
  const stopListening = listen(line, register);
  let closing = false;
  const heartbeat = setInterval(() => {
    for (const socket of register.all()) socket.checkAlive();
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const upgrade = doorkeeper(line, server, register, () => closing);

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
