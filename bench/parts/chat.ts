/** One customer over Direct Line: starts, listens on the socket, says a line and waits for the answer to that very line. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { WebSocket } from 'ws';

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request on a kept connection. */
export const call = (
  method: 'GET' | 'POST',
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const about = bytes ? { 'Content-Type': 'application/json', 'Content-Length': bytes.length } : {};
    const req = request(url, { method, agent, headers: { ...about, ...headers } });
    // A kept connection that the server closed for idleness just now: nothing was read from it.
    req.once('error', (error: NodeJS.ErrnoException) =>
      req.reusedSocket && error.code === 'ECONNRESET'
        ? resolve(call(method, url, headers, body))
        : reject(error),
    );
    req.once('response', (res) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (chunk: string) => {
        text += chunk;
      });
      res.once('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
    });
    req.end(bytes);
  });

const post = async (url: string, token: string, body: unknown): Promise<Record<string, string>> => {
  const { status, text } = await call('POST', url, token ? { Authorization: `Bearer ${token}` } : {}, body);
  if (status >= 300) throw new Error(`${url}: ${status} ${text.slice(0, 200)}`);
  return text === '' ? {} : JSON.parse(text);
};

interface Frame {
  readonly activities?: readonly {
    readonly id: string;
    readonly text?: string;
    readonly from?: { readonly role?: string };
  }[];
}

const PATIENCE_MS = 30_000;

export class Chat {
  readonly id: string;
  readonly token: string;
  readonly #url: string;
  readonly #socket: WebSocket;
  /** Origins (ids of customer lines) that have been answered. */
  readonly #answered = new Set<string>();
  #wake: (() => void) | undefined;
  /** Called with each text that comes. */
  onText: ((text: string) => void) | undefined;

  private constructor(id: string, token: string, url: string, socket: WebSocket) {
    this.id = id;
    this.token = token;
    this.#url = url;
    this.#socket = socket;
    socket.on('message', (data) => this.#take(JSON.parse(String(data))));
    socket.on('error', () => {});
  }

  static async open(base: string, locale = 'zh-CN'): Promise<Chat> {
    const { token = '', conversationId = '' } = await post(`${base}/api/chat/token`, '', { locale });
    const started = await post(`${base}/v3/directline/conversations`, token, { locale });
    const socket = new WebSocket(started.streamUrl ?? '');
    const chat = new Chat(
      conversationId,
      token,
      `${base}/v3/directline/conversations/${conversationId}/activities`,
      socket,
    );
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return chat;
  }

  #take(frame: Frame): void {
    for (const { id, text } of frame.activities ?? []) {
      const origin = /^(.*)~\d+$/.exec(id)?.[1];
      if (origin) this.#answered.add(origin);
      if (text !== undefined) this.onText?.(text);
    }
    this.#wake?.();
  }

  /** Milliseconds from the send until both the receipt and the first line of the answer are here. */
  async say(text: string): Promise<number> {
    const began = performance.now();
    const { id = '' } = await post(this.#url, this.token, { type: 'message', text, channelData: {} });
    const deadline = began + PATIENCE_MS;
    while (!this.#answered.has(id)) {
      const timer = setTimeout(() => this.#wake?.(), PATIENCE_MS);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      clearTimeout(timer);
      if (performance.now() > deadline) throw new Error(`nobody answered ${JSON.stringify(text)}`);
    }
    this.#answered.delete(id);
    return performance.now() - began;
  }

  close(): void {
    this.#socket.terminate();
  }
}
