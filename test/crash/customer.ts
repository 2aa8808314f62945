/** A customer with a plain Direct Line client: sends again what was not acknowledged, reads on until it is answered. */
import { z } from 'zod';
import type { Said, Talk } from './talks.ts';

const token = z.object({ token: z.string(), conversationId: z.string() });
const resource = z.object({ id: z.string().min(1) });
const activities = z.object({
  activities: z.array(
    z.object({
      id: z.string(),
      from: z.object({ role: z.enum(['user', 'bot']) }),
      channelData: z
        .object({
          calmdesk: z
            .object({ card: z.object({ kind: z.string(), data: z.unknown() }).optional() })
            .optional(),
        })
        .optional(),
    }),
  ),
});
const remedies = z.object({ options: z.array(z.object({ offerId: z.string() })) });

/** The server as customers know it. */
export interface Server {
  /** Where it is now; waits while it is down. */
  where(): Promise<string>;
  /** It has answered something with 2xx that it must keep. */
  acknowledged(): void;
}

export interface Heard {
  readonly talk: Talk;
  readonly conversationId: string;
  /** What was acknowledged, in the order in which it was said. */
  readonly acknowledged: readonly { readonly id: string; readonly clientId: string; readonly said: Said }[];
}

const POLL_MS = 20;
const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS));

interface Request {
  readonly method: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** The text of a 2xx; undefined when the server was dead, died meanwhile or failed. */
const tryOnce = async (
  url: string,
  { method, token: bearer, body }: Request,
): Promise<string | undefined> => {
  const headers = {
    'Content-Type': 'application/json',
    ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
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
const ask = async <T>(server: Server, path: string, schema: z.ZodType<T>, request: Request): Promise<T> => {
  for (;;) {
    const text = await tryOnce(`${await server.where()}${path}`, request);
    if (text !== undefined) {
      if (request.method === 'POST') server.acknowledged();
      return schema.parse(JSON.parse(text));
    }
    await pause();
  }
};

/** Plays a talk; before each next word as many answers must have come as a run without crashes had by then. */
export const playTalk = async (server: Server, talk: Talk, answers: readonly number[]): Promise<Heard> => {
  const granted = await ask(server, '/api/chat/token', token, {
    method: 'POST',
    body: { locale: talk.locale },
  });
  const path = `/v3/directline/conversations`;
  await ask(server, path, token, { method: 'POST', token: granted.token, body: {} });
  const acknowledged: Heard['acknowledged'][number][] = [];
  const at = `${path}/${granted.conversationId}/activities`;
  const read = () => ask(server, at, activities, { method: 'GET', token: granted.token });
  const offered = async (wanted: number): Promise<readonly string[]> => {
    for (;;) {
      const { activities: all } = await read();
      const said = all.filter(({ from }) => from.role === 'bot');
      const card = said.findLast(({ channelData }) => channelData?.calmdesk?.card?.kind === 'remedies');
      if (said.length >= wanted)
        return (
          remedies
            .safeParse(card?.channelData?.calmdesk?.card?.data)
            .data?.options.map(({ offerId }) => offerId) ?? []
        );
      await pause();
    }
  };
  for (const [index, step] of talk.steps.entries()) {
    const said = step(await offered(answers[index] ?? 0));
    const clientId = `${granted.conversationId}-${index}`;
    const body = { type: 'message', ...said, channelData: { clientActivityID: clientId } };
    const { id } = await ask(server, at, resource, { method: 'POST', token: granted.token, body });
    acknowledged.push({ id, clientId, said });
  }
  await offered(answers[talk.steps.length] ?? 0);
  return { talk, conversationId: granted.conversationId, acknowledged };
};
