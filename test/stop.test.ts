/** The real process: what it prints, that a stop finishes what it began, and that the next start knows everything. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

const root = join(import.meta.dirname, '..');

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly lines: readonly string[];
  readonly ended: Promise<number | null>;
}

const start = (folder: string): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'src', 'main.ts')], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: folder, DEFAULT_LOCALE: 'en' },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines: string[] = [];
    const ended = new Promise<number | null>((done) => child.once('close', done));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const [, address] = /^Ready\s+(http\S+)\/readyz/.exec(line) ?? [];
      if (address) resolve({ child, address, lines, ended });
    });
    child.stderr.once('data', (data) => reject(new Error(String(data))));
  });

const json = async (answer: Promise<Response>): Promise<Record<string, string>> =>
  (await (await answer).json()) as Record<string, string>;

it('finishes its turns, tells customers to come back, exits with 0, and forgets nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'calmdesk-stop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await start(folder);
  const post = (path: string, body: object, token?: string) =>
    fetch(first.address + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const { token = '' } = await json(post('/api/chat/token', {}));
  const { conversationId, streamUrl = '' } = await json(post('/v3/directline/conversations', {}, token));
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const socket = new WebSocket(streamUrl);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('message', resolve));
  const sent = await post(path, { type: 'message', text: 'Your kettle broke after two days!' }, token);
  expect(sent.status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await closed).toBe(1012);
  expect(await first.ended).toBe(0);
  const second = await start(folder);
  const headers = { Authorization: `Bearer ${token}` };
  const { activities } = (await (await fetch(second.address + path, { headers })).json()) as {
    activities: { text: string; from: { role: string } }[];
  };
  const asked = activities.findIndex(({ text }) => text.startsWith('Your kettle'));
  expect(activities.slice(asked + 1).some(({ from }) => from.role === 'bot')).toBe(true);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

it('prints the addresses, and the first sign-in once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'calmdesk-first-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const signIn = (lines: readonly string[]) => lines.filter((line) => line.includes('First sign-in'));
  const first = await start(folder);
  first.child.kill('SIGTERM');
  await first.ended;
  expect(first.lines.slice(0, 4).map((line) => line.split(/\s+/)[0])).toEqual([
    'Chat',
    'Desk',
    'First',
    'Ready',
  ]);
  expect(signIn(first.lines)).toHaveLength(1);
  const second = await start(folder);
  second.child.kill('SIGTERM');
  await second.ended;
  expect(signIn(second.lines)).toEqual([]);
});
