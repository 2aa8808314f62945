/** The mortal server as its clients know it: they ask again until it answers. */
import type { z } from 'zod';

/** The server as customers know it. */
export interface Server {
  /** Where it is now; waits while it is down. */
  where(): Promise<string>;
  /** The cookie of an agent who has signed in. */
  readonly cookie: string;
  /** It has answered something with 2xx that it must keep. */
  acknowledged(): void;
}

const SOON_MS = 10;
const LATEST_MS = 160;
/** Polls less and less often: twenty impatient clients would be all that the machine is busy with. */
export const pauses = () => {
  let ms = SOON_MS;
  return async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    ms = Math.min(LATEST_MS, ms * 1.6);
  };
};

interface Request {
  readonly method: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The text of a 2xx; undefined when the server was dead, died meanwhile or failed. */
const tryOnce = async (
  url: string,
  { method, token: bearer, headers: more, body }: Request,
): Promise<string | undefined> => {
  const headers = {
    'Content-Type': 'application/json',
    ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
    ...more,
  };
  const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(url, sent)
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => undefined);
  if (!answer || answer.status >= 500) return undefined;
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.text;
};

/** Again until it is answered with 2xx. */
export const ask = async <T>(
  server: Server,
  path: string,
  schema: z.ZodType<T>,
  request: Request,
): Promise<T> => {
  const pause = pauses();
  for (;;) {
    const text = await tryOnce(`${await server.where()}${path}`, request);
    if (text !== undefined) {
      if (request.method === 'POST') server.acknowledged();
      return schema.parse(JSON.parse(text));
    }
    await pause();
  }
};
