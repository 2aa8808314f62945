/** Keeps the page connected: resumes or starts the conversation, reconnects by itself, renews the token in time. */
import type { Locale } from '../base/locale.ts';
import type { WireActivity } from './message.ts';
import type { Outgoing } from './outbox.ts';
import {
  forgetSession,
  keepSession,
  keptSession,
  newSession,
  refreshSession,
  type Session,
} from './session.ts';
import { type Loss, openStream, type Posted, type Stream } from './stream.ts';

/** connecting: the first time, or for a moment; failed: the network is there, the desk is not. */
export type LinkState = 'connecting' | 'online' | 'offline' | 'failed';

export interface LinkHost {
  activity(activity: WireActivity, userId: string): void;
  linkChanged(state: LinkState): void;
  /** Everything was deleted, here or in another window or by asking the bot. */
  erased(): void;
  /** The old conversation is not known any more; what follows belongs to a new one. */
  startedAnew(): void;
}

const REFRESH_EVERY_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 8000;
/** A connection that does not open within this is given up and made anew. */
const OPENING_MS = 10_000;
/** Refusals of a freshly renewed key after which the conversation counts as gone. */
const KEYS_TRIED = 2;
/** Sockets that never opened before the page asks again and again instead. */
const SOCKETS_TRIED = 3;

export class Link {
  readonly #host: LinkHost;
  #locale: Locale;
  #session: Session | undefined;
  #stream: Stream | undefined;
  #watermark = '';
  #open = false;
  #attempts = 0;
  #neverOpened = 0;
  #keysLost = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #tooLong: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #starting: Promise<void> | undefined;

  constructor(host: LinkHost, locale: Locale) {
    this.#host = host;
    this.#locale = locale;
    addEventListener('online', () => this.tryNow());
    addEventListener('offline', () => this.#lost('network'));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && !this.#open) this.tryNow();
    });
    // A refresh that fails is made again with the next connection.
    setInterval(() => void this.#refresh().catch(() => undefined), REFRESH_EVERY_MS);
  }

  get session(): Session | undefined {
    return this.#session;
  }
  set locale(locale: Locale) {
    this.#locale = locale;
  }

  /** One start at a time: two would open two conversations. */
  start(): Promise<void> {
    this.#closed = false;
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #start(): Promise<void> {
    this.#session = keptSession();
    try {
      if (this.#session) await this.#refresh();
      this.#session ??= await newSession(this.#locale);
      if (!this.#closed) this.#connect(this.#session);
    } catch {
      this.#lost('network');
    }
  }

  tryNow(): void {
    if (this.#open || this.#closed) return;
    clearTimeout(this.#again);
    void this.start();
  }

  post(): ((line: Outgoing) => Promise<Posted>) | undefined {
    const [stream, session] = [this.#stream, this.#session];
    if (!stream || !session || !this.#open) return undefined;
    return ({ clientId, text, value }) =>
      stream.post({
        type: 'message',
        from: { id: session.userId },
        text,
        ...(value ? { value } : {}),
        locale: this.#locale,
        channelData: { clientActivityID: clientId },
      });
  }

  tell(activity: object): void {
    if (this.#open && this.#session)
      void this.#stream?.post({ from: { id: this.#session.userId }, ...activity });
  }

  /** No more connection until `start`. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    this.#drop();
    this.#session = undefined;
    this.#watermark = '';
  }

  #connect(session: Session): void {
    this.#drop();
    const socket = this.#neverOpened < SOCKETS_TRIED;
    const options = { watermark: this.#watermark, socket, locale: this.#locale };
    this.#tooLong = setTimeout(() => this.#lost('network'), OPENING_MS);
    this.#stream = openStream(session, options, {
      opened: () => this.#opened(session, socket),
      activity: (activity) => this.#host.activity(activity, session.userId),
      lost: (why) => this.#lost(why),
    });
  }

  #opened(session: Session, bySocket: boolean): void {
    clearTimeout(this.#tooLong);
    this.#open = true;
    this.#keysLost = 0;
    this.#attempts = 0;
    if (bySocket) this.#neverOpened = 0;
    if (!session.started) this.#session = keepSession({ ...session, started: true });
    this.#host.linkChanged('online');
  }

  #lost(why: Loss): void {
    if (this.#closed) return;
    if (why === 'erased') {
      this.#host.erased();
      return;
    }
    if (why === 'network' && !this.#open && this.#stream && navigator.onLine) this.#neverOpened += 1;
    if (why === 'key') this.#keysLost += 1;
    this.#drop();
    this.#host.linkChanged(this.#trouble());
    const wait = why === 'key' && this.#attempts === 0 ? 0 : 500 * 2 ** this.#attempts;
    this.#attempts += 1;
    clearTimeout(this.#again);
    // Another window has taken the place: this one comes back when somebody looks at it.
    if (why === 'crowded') return;
    // Spread a little, so that a restarted desk is not asked by everybody in the same moment.
    const spread = 1 + Math.random() / 2;
    this.#again = setTimeout(() => void this.start(), Math.min(LONGEST_WAIT_MS, wait) * spread);
  }

  /** A desk that restarts is back in a moment: only when it is not, the page says so. */
  #trouble(): LinkState {
    if (!navigator.onLine) return 'offline';
    return this.#attempts > 0 ? 'failed' : 'connecting';
  }

  #drop(): void {
    clearTimeout(this.#tooLong);
    if (!this.#stream) return;
    this.#watermark = this.#stream.watermark;
    this.#stream.close();
    this.#stream = undefined;
    this.#open = false;
  }

  async #refresh(): Promise<void> {
    if (!this.#session) return;
    const fresh = this.#keysLost > KEYS_TRIED ? 'gone' : await refreshSession(this.#session);
    if (fresh !== 'gone') {
      this.#session = fresh;
      return;
    }
    this.#drop();
    this.#watermark = '';
    this.#keysLost = 0;
    this.#session = undefined;
    forgetSession();
    this.#host.startedAnew();
    this.#session = await newSession(this.#locale);
  }
}
