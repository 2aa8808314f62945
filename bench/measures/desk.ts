/** The desk at work: how long an agent's line takes to the customer's socket, and a hundred agents who want one case. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '../../src/desk/console/passwords.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { type Answer, Chat, call } from '../parts/chat.ts';
import { startTarget } from '../parts/target.ts';

const AGENTS = 100;
const PASSWORD = 'bench-bench-bench';

const hire = async (dataDir: string): Promise<void> => {
  const stores = openSqliteStores(dataDir);
  const passwordHash = await hashPassword(PASSWORD);
  for (let index = 0; index < AGENTS; index += 1)
    await stores.staff.save({
      id: `agent-${index}`,
      login: `agent-${index}`,
      name: `Agent ${index}`,
      role: 'agent',
      passwordHash,
    });
  await stores.close();
};

const signIn = async (base: string, index: number): Promise<string> => {
  const body = { login: `agent-${index}`, password: PASSWORD };
  const { status, headers } = await call('POST', `${base}/api/desk/session`, {}, body);
  if (status !== 200) throw new Error(`sign-in: ${status}`);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
};

const click = (url: string, cookie: string, body: unknown = {}): Promise<Answer> =>
  call('POST', url, { Cookie: cookie, 'Idempotency-Key': randomUUID() }, body);

interface Waiting {
  readonly chat: Chat;
  readonly caseUrl: string;
}

/** A customer who asks for a person, and the address of the case as the desk sees it. */
const queueOne = async (base: string, cookie: string): Promise<Waiting> => {
  const chat = await Chat.open(base);
  await chat.say('你们的水壶用两天就坏了');
  await chat.say('我要找人工');
  const { text } = await call('GET', `${base}/api/desk/cases`, { Cookie: cookie });
  const { cases } = JSON.parse(text) as {
    readonly cases: readonly { readonly id: string; readonly status: string }[];
  };
  const found = cases.find((one) => one.status === 'queued');
  if (!found) throw new Error('no case in the queue');
  return { chat, caseUrl: `${base}/api/desk/cases/${found.id}` };
};

const talk = async (
  { chat, caseUrl }: Waiting,
  cookie: string,
  epoch: number,
  count: number,
): Promise<number[]> => {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const text = `line ${index}`;
    const arrived = new Promise<void>((resolve) => {
      chat.onText = (heard) => {
        if (heard === text) resolve();
      };
    });
    const began = performance.now();
    const [answer] = await Promise.all([
      click(`${caseUrl}/reply`, cookie, { text, epoch }),
      arrived.then(() => times.push(performance.now() - began)),
    ]);
    if (answer.status !== 200) throw new Error(`reply: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  return times;
};

export interface DeskFigures {
  /** Milliseconds from the agent's click to the customer's socket, the first tenth left out. */
  readonly replies: readonly number[];
  readonly claimMs: readonly number[];
  readonly winners: number;
  readonly refusals: number;
}

export const measureDesk = async (lines: number, cases: number): Promise<DeskFigures> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'calmdesk-bench-'));
  await hire(dataDir);
  const target = await startTarget('ours', { dataDir });
  const cookies = await Promise.all(Array.from({ length: AGENTS }, (_, index) => signIn(target.base, index)));
  const claimMs: number[] = [];
  let [winners, refusals] = [0, 0];
  let replies: readonly number[] = [];
  for (let round = 0; round < cases; round += 1) {
    const waiting = await queueOne(target.base, cookies[0] ?? '');
    const began = performance.now();
    const answers = await Promise.all(cookies.map((cookie) => click(`${waiting.caseUrl}/take`, cookie)));
    claimMs.push(performance.now() - began);
    const won = answers.findIndex((answer) => answer.status === 200);
    winners += answers.filter((answer) => answer.status === 200).length;
    refusals += answers.filter((answer) => answer.status === 409).length;
    if (round === cases - 1) {
      const { epoch } = JSON.parse(answers[won]?.text ?? '{}') as { readonly epoch: number };
      const all = await talk(waiting, cookies[won] ?? '', epoch, lines);
      replies = all.slice(Math.floor(lines / 10));
    }
    waiting.chat.close();
  }
  await target.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return { replies, claimMs, winners, refusals };
};
