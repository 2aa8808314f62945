/** One connection to the conversation over Direct Line: opens it, reads activities, posts them, and says when it is lost. */
import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import type { WireActivity } from './message.ts';
import { DIRECT_LINE, type Session } from './session.ts';

/**
 * `key`: the token or the conversation is not known any more; `network`: to be tried again; `crowded`: the same
 * conversation is open in too many windows; `erased`: the desk said goodbye for good.
 */
export type Loss = 'key' | 'network' | 'crowded' | 'erased';

/** What the desk means by the code with which it closes a socket. */
const LOSSES: Readonly<Record<number, Loss>> = { 1000: 'erased', 1013: 'crowded' };

export interface StreamEvents {
  opened(): void;
  activity(activity: WireActivity): void;
  lost(why: Loss): void;
}

/** Whether a post got through, may be tried again (with the same client id), or will never be accepted. */
export type Posted =
  | { readonly state: 'posted'; readonly id: string }
  | { readonly state: 'again'; readonly afterMs?: number }
  | { readonly state: 'refused'; readonly status: number };

export interface Stream {
  post(activity: object): Promise<Posted>;
  readonly watermark: string;
  close(): void;
}

/** A post that has no answer after this long is tried again; its client id keeps it from being said twice. */
const POST_TIMEOUT_MS = 15_000;

/** The browser's socket, telling when it opens and when it is lost: the library keeps that to itself. */
const watched = (opened: () => void, closed: (code: number) => void): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', opened);
      this.addEventListener('close', ({ code }) => closed(code));
    }
  };

const refusalOf = (error: unknown): Posted => {
  const { status = 0, xhr } = (error ?? {}) as { status?: number; xhr?: XMLHttpRequest };
  if (status === 429) {
    const seconds = Number(xhr?.getResponseHeader('Retry-After'));
    return { state: 'again', afterMs: (Number.isFinite(seconds) && seconds > 0 ? seconds : 2) * 1000 };
  }
  return status >= 400 && status < 500 && status !== 408 ? { state: 'refused', status } : { state: 'again' };
};

/** `socket: false` asks again and again instead, for networks that let no socket through. */
export const openStream = (
  session: Session,
  options: { readonly watermark: string; readonly socket: boolean; readonly locale: string },
  events: StreamEvents,
): Stream => {
  let live = true;
  const once =
    <A extends readonly unknown[]>(tell: (...args: A) => void) =>
    (...args: A) => {
      if (live) tell(...args);
    };
  const lost = once((why: Loss) => {
    live = false;
    events.lost(why);
  });
  const line = new DirectLine({
    token: session.token,
    domain: `${location.origin}${DIRECT_LINE}`,
    webSocket: options.socket,
    ...(session.started ? { conversationId: session.conversationId } : {}),
    ...(options.watermark ? { watermark: options.watermark } : {}),
    conversationStartProperties: { locale: options.locale },
    WebSocket: watched(once(events.opened), (code) => lost(LOSSES[code] ?? 'network')),
  });
  const status = line.connectionStatus$.subscribe((now) => {
    if (now === ConnectionStatus.ExpiredToken || now === ConnectionStatus.Ended) lost('key');
    else if (now === ConnectionStatus.Online && !options.socket) once(events.opened)();
  });
  const activities = line.activity$.subscribe(
    once((activity: unknown) => events.activity(activity as WireActivity)),
    (error: unknown) =>
      lost([401, 403, 404].includes(Reflect.get(Object(error), 'status')) ? 'key' : 'network'),
    () => lost('network'),
  );
  return {
    post: (activity) =>
      new Promise<Posted>((resolve) => {
        const tooLate = setTimeout(() => resolve({ state: 'again' }), POST_TIMEOUT_MS);
        const settle = (posted: Posted) => {
          clearTimeout(tooLate);
          resolve(posted);
        };
        line.postActivity(activity as Parameters<DirectLine['postActivity']>[0]).subscribe(
          (id: string) => settle(id === 'retry' ? { state: 'again' } : { state: 'posted', id }),
          (error: unknown) => settle(refusalOf(error)),
          () => settle({ state: 'again' }),
        );
      }),
    get watermark() {
      return String(Reflect.get(line, 'watermark') ?? '');
    },
    close: () => {
      live = false;
      activities.unsubscribe();
      status.unsubscribe();
      line.end();
    },
  };
};
