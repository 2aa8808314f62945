/**
 * Lines that the desk does not have yet, kept in the browser until it has them: nothing written is lost by a bad
 * network or a reload. Sent in order, one at a time, each always under the same client id, so never twice.
 */
import type { CardAnswer } from '../../ports/cards.ts';
import { keep, kept } from '../base/kept.ts';
import type { Posted } from './stream.ts';

export interface Outgoing {
  readonly clientId: string;
  readonly text: string;
  readonly value?: CardAnswer | { readonly [key: string]: unknown };
  readonly at: string;
  /** waiting: for the network; posted: accepted, and its echo has still to come. */
  readonly state: 'waiting' | 'sending' | 'posted' | 'failed';
  /** Came back on the stream: the conversation shows it already. */
  readonly echoed?: boolean;
  readonly attempts: number;
  /** The desk will not take it as it is; only the customer can try again. */
  readonly refused?: boolean;
}

const KEPT = 'calmdesk.outbox';
const PATIENCE = 3;

const fromLastTime = (): readonly Outgoing[] => {
  const lines = kept(KEPT);
  if (!Array.isArray(lines)) return [];
  return lines.map((line: Outgoing) => (line.refused ? line : { ...line, state: 'waiting', attempts: 0 }));
};

export interface OutboxHost {
  /** Absent while there is no connection. */
  post(): ((line: Outgoing) => Promise<Posted>) | undefined;
  changed(lines: readonly Outgoing[]): void;
}

export class Outbox {
  #lines: readonly Outgoing[] = fromLastTime();
  #busy = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #host: OutboxHost;

  constructor(host: OutboxHost) {
    this.#host = host;
  }

  get lines(): readonly Outgoing[] {
    return this.#lines;
  }

  add(line: Pick<Outgoing, 'text' | 'value'>): void {
    const fresh = { clientId: crypto.randomUUID(), at: new Date().toISOString(), attempts: 0 };
    this.#set([...this.#lines, { ...fresh, ...line, state: 'waiting' }]);
    void this.send();
  }

  retry(clientId: string): void {
    this.#update(clientId, { state: 'waiting', attempts: 0, refused: false });
    void this.send();
  }

  /** There is a connection again: what waited and what failed for want of one goes out. */
  resume(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const again = (line: Outgoing) => line.state === 'failed' && !line.refused;
    if (this.#lines.some(again))
      this.#set(this.#lines.map((line) => (again(line) ? { ...line, state: 'waiting', attempts: 0 } : line)));
    void this.send();
  }

  echoed(clientId: string): void {
    const line = this.#lines.find((one) => one.clientId === clientId);
    if (line?.state === 'posted') this.#set(this.#lines.filter((one) => one !== line));
    else if (line && !line.echoed) this.#update(clientId, { echoed: true });
  }

  /** The conversation is another one now: choices that belonged to the old one are only words. */
  moveOn(): void {
    const left = this.#lines.filter((line) => !line.echoed && line.state !== 'posted');
    this.#set(left.map(({ value: _, ...line }) => line));
  }

  clear(): void {
    this.#set([]);
  }

  /** Sends what waits, oldest first, until nothing waits or the connection fails. */
  async send(): Promise<void> {
    if (this.#busy || this.#pause) return;
    this.#busy = true;
    try {
      for (;;) {
        const post = this.#host.post();
        const line = this.#lines.find((one) => one.state === 'waiting');
        if (!post || !line) return;
        this.#update(line.clientId, { state: 'sending' });
        if (!(await this.#settle(line, await post(line)))) return;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** False when sending has to pause. */
  async #settle(line: Outgoing, posted: Posted): Promise<boolean> {
    const now = this.#lines.find((one) => one.clientId === line.clientId);
    if (!now) return true;
    if (posted.state === 'posted') {
      if (now.echoed) this.#set(this.#lines.filter((one) => one !== now));
      else this.#update(line.clientId, { state: 'posted' });
      return true;
    }
    if (posted.state === 'refused') {
      this.#update(line.clientId, { state: 'failed', refused: true });
      return true;
    }
    const offline = this.#host.post() === undefined;
    const attempts = now.attempts + (offline || posted.afterMs ? 0 : 1);
    this.#update(line.clientId, { state: attempts >= PATIENCE ? 'failed' : 'waiting', attempts });
    if (!offline) this.#later(posted.afterMs ?? 1000 * 2 ** attempts);
    return false;
  }

  #later(ms: number): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      void this.send();
    }, ms);
  }

  #update(clientId: string, change: Partial<Outgoing>): void {
    this.#set(this.#lines.map((line) => (line.clientId === clientId ? { ...line, ...change } : line)));
  }

  #set(lines: readonly Outgoing[]): void {
    this.#lines = lines;
    keep(KEPT, lines);
    this.#host.changed(lines);
  }
}
