/** A customer with a plain Direct Line client: sends again what was not acknowledged, reads on until it is answered. */
import { z } from 'zod';
import { settleAtDesk } from './agent.ts';
import { ask, pauses, type Server } from './server.ts';
import type { Said, Talk } from './talks.ts';

const token = z.object({ token: z.string(), conversationId: z.string() });
const resource = z.object({ id: z.string().min(1) });
const activities = z.object({
  activities: z.array(
    z.object({
      id: z.string(),
      text: z.string().optional(),
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

export interface Heard {
  readonly talk: Talk;
  readonly conversationId: string;
  /** What was acknowledged, in the order in which it was said. */
  readonly acknowledged: readonly { readonly id: string; readonly clientId: string; readonly said: Said }[];
}

type Acknowledged = Heard['acknowledged'][number];

/** The customer's own end of one conversation. */
class Line {
  readonly #server: Server;
  readonly #token: string;
  readonly #path: string;
  readonly conversationId: string;

  constructor(server: Server, granted: z.infer<typeof token>) {
    this.#server = server;
    this.#token = granted.token;
    this.conversationId = granted.conversationId;
    this.#path = `/v3/directline/conversations/${granted.conversationId}/activities`;
  }

  async say(index: number, said: Said): Promise<Acknowledged> {
    const clientId = `${this.conversationId}-${index}`;
    const body = { type: 'message', ...said, channelData: { clientActivityID: clientId } };
    const { id } = await ask(this.#server, this.#path, resource, {
      method: 'POST',
      token: this.#token,
      body,
    });
    return { id, clientId, said };
  }

  /** The number of the case, as the customer was told it last. */
  async number(): Promise<string> {
    const request = { method: 'GET', token: this.#token };
    const { activities: all } = await ask(this.#server, this.#path, activities, request);
    const numbers = all.flatMap(({ text = '' }) => text.match(/C\d{4}-\d{4}/g) ?? []);
    return numbers.at(-1) ?? '';
  }

  /** Reads until so many answers are there; gives what was offered last. */
  async offered(wanted: number): Promise<readonly string[]> {
    const pause = pauses();
    for (;;) {
      const request = { method: 'GET', token: this.#token };
      const { activities: all } = await ask(this.#server, this.#path, activities, request);
      const said = all.filter(({ from }) => from.role === 'bot');
      const cards = said.map(({ channelData }) => channelData?.calmdesk?.card);
      const { data } = remedies.safeParse(cards.findLast((card) => card?.kind === 'remedies')?.data);
      if (said.length >= wanted) return data?.options.map(({ offerId }) => offerId) ?? [];
      await pause();
    }
  }
}

const call = async (server: Server, talk: Talk): Promise<Line> => {
  const body = { locale: talk.locale };
  const granted = await ask(server, '/api/chat/token', token, { method: 'POST', body });
  const start = { method: 'POST', token: granted.token, body: {} };
  await ask(server, '/v3/directline/conversations', token, start);
  return new Line(server, granted);
};

/** Plays a talk; before each next word as many answers must have come as a run without crashes had by then. */
export const playTalk = async (server: Server, talk: Talk, answers: readonly number[]): Promise<Heard> => {
  const line = await call(server, talk);
  const { conversationId } = line;
  if (talk.hurried) {
    const all = talk.steps.map((step, index) => line.say(index, step([])));
    return { talk, conversationId, acknowledged: await Promise.all(all) };
  }
  const acknowledged: Acknowledged[] = [];
  for (const [index, step] of talk.steps.entries()) {
    acknowledged.push(await line.say(index, step(await line.offered(answers[index] ?? 0))));
  }
  await line.offered(answers[talk.steps.length] ?? 0);
  if (talk.desk) await settleAtDesk(server, await line.number(), talk.desk);
  return { talk, conversationId, acknowledged };
};
