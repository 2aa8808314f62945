/** The stock client in Node: what it hears, and waiting for it. */
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { onTestFinished } from 'vitest';
import { XMLHttpRequest } from 'xhr2';

Object.assign(globalThis, { XMLHttpRequest });

export interface Client {
  readonly line: DirectLine;
  /** Everything that came on the stream, in order. */
  readonly heard: Activity[];
  readonly texts: () => readonly string[];
  send(text: string, clientActivityID?: string): Promise<string>;
  /** Resolves when `holds`, asked after each activity and change of the connection. */
  until(holds: () => boolean): Promise<void>;
  status(): ConnectionStatus;
  /** Why the stream ended; empty while it goes on. */
  readonly errors: readonly string[];
}

type Options = ConstructorParameters<typeof DirectLine>[0];

export const openClient = (options: Options): Client => {
  const line = new DirectLine({ pollingInterval: 200, random: () => 0, ...options } as Options);
  const heard: Activity[] = [];
  const errors: string[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of [...waiting]) check();
  };
  const stream = line.activity$.subscribe(
    (activity) => {
      heard.push(activity);
      look();
    },
    (error: unknown) => {
      errors.push(String(error));
      look();
    },
  );
  const state = line.connectionStatus$.subscribe(() => look());
  onTestFinished(() => {
    stream.unsubscribe();
    state.unsubscribe();
    line.end();
  });
  const texts = () => heard.map((activity) => ('text' in activity && activity.text) || '');
  return {
    line,
    heard,
    errors,
    texts,
    send: (text, clientActivityID) =>
      new Promise((resolve, reject) => {
        const channelData = clientActivityID ? { clientActivityID } : {};
        const message = { type: 'message', from: { id: 'me' }, text, channelData } as Activity;
        line.postActivity(message).subscribe(resolve, reject);
      }),
    until: (holds) =>
      new Promise((resolve) => {
        const check = () => {
          if (!holds()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    status: () => line.connectionStatus$.getValue(),
  };
};

export { ConnectionStatus };
