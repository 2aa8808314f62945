/** An agent with a plain client of the desk's API: takes the case, writes, settles it; each click with its own key. */
import { z } from 'zod';
import { ask, type Server } from './server.ts';

const list = z.object({ cases: z.array(z.object({ id: z.string(), number: z.string() })) });
const record = z.looseObject({ epoch: z.number() });

export const signIn = async (
  address: string,
  person: { readonly login: string; readonly password: string },
): Promise<string> => {
  const answer = await fetch(`${address}/api/desk/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(person),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie) throw new Error(`nobody could sign in: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
};

export const settleAtDesk = async (
  server: Server,
  number: string,
  replies: readonly string[],
): Promise<void> => {
  const { cookie } = server;
  const { cases } = await ask(server, '/api/desk/cases?view=open', list, {
    method: 'GET',
    headers: { cookie },
  });
  const id = cases.find((one) => one.number === number)?.id;
  if (!id) throw new Error(`the desk does not see ${number}`);
  let clicks = 0;
  const click = (verb: string, body: unknown) => {
    clicks += 1;
    const headers = { cookie, 'Idempotency-Key': `${number}-${verb}-${clicks}` };
    return ask(server, `/api/desk/cases/${id}/${verb}`, record, { method: 'POST', headers, body });
  };
  const { epoch } = await click('take', {});
  for (const text of replies) await click('reply', { text, epoch });
  await click('resolve', { result: 'ok' });
};
