/** Killed at any moment (SIGKILL), the store has every acknowledged write once, and nothing by halves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Stores } from '../../src/ports/stores.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { at } from './samples.ts';
import { temporaryDirectories } from './temporary.ts';

const newDirectory = temporaryDirectories();
const KILLS = 15;
const worker = join(import.meta.dirname, 'crash.worker.ts');

type Fact = readonly [kind: 'open' | 'line' | 'turn', conversationId: string, name: string, place: number];

/** Runs the writer and kills it after a number of acknowledged writes, in the middle of the next ones. */
const writeAndKill = async (directory: string, run: number, after: number): Promise<readonly Fact[]> => {
  const child = spawn(process.execPath, [worker, directory, `run${run}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > after) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  const whole = said.slice(0, said.lastIndexOf('\n'));
  return whole.split('\n').map((text) => JSON.parse(text) as Fact);
};

const checkConversation = async (stores: Stores, id: string, facts: readonly Fact[]): Promise<void> => {
  const lines = await stores.transcript.read(id, {});
  const names = lines.map((line) => line.id);
  expect(lines.map((line) => line.seq)).toEqual(lines.map((_, index) => index + 1));
  expect(new Set(names).size).toBe(names.length);
  for (const [kind, , name, place] of facts) {
    if (kind === 'line') expect(names[place - 1]).toBe(name);
    else expect(names).toContain(`${name}~1`);
  }
  // State, case, answer, event and delivery of a turn are there together or not at all.
  const conversation = await stores.conversations.load(id);
  const answers = lines.filter((line) => line.from.kind === 'bot');
  const last = answers.at(-1)?.id.replace('~1', '');
  expect(conversation?.version ?? 0).toBe(answers.length);
  expect(conversation?.case?.opening).toBe(last);
  expect(await stores.cases.byId(`case ${id}`)).toEqual(conversation?.case);
  expect(lines.find((line) => line.seq === conversation?.handled)?.id).toBe(last);
  // A line whose turn was killed waits to be answered.
  const newest = lines.findLast((line) => line.from.kind === 'customer');
  const waits = conversation !== undefined && newest !== undefined && newest.seq > conversation.handled;
  expect((await stores.cases.unhandled(100)).includes(id)).toBe(waits);
};

test(`after ${KILLS} kills nothing acknowledged is lost, doubled or half done`, async () => {
  const directory = newDirectory();
  const facts: Fact[] = [];
  for (let run = 0; run < KILLS; run += 1)
    facts.push(...(await writeAndKill(directory, run, 1 + Math.floor(Math.random() * 120))));
  const stores = openSqliteStores(directory);
  const ids = Array.from({ length: 8 }, (_, index) => `conversation ${index}`);
  for (const id of ids) {
    await checkConversation(
      stores,
      id,
      facts.filter(([, conversationId]) => conversationId === id),
    );
  }
  const lines = (await Promise.all(ids.map((id) => stores.transcript.read(id, {})))).flat();
  const answers = lines.filter((line) => line.from.kind === 'bot').map((line) => line.id);
  const events = await stores.outbox.unpublished(100_000);
  expect(events.map((event) => `${event.id.slice(0, -2)}~1`).toSorted()).toEqual(answers.toSorted());
  const sent = await stores.outbox.undelivered(at(0), at(1), 100_000);
  expect(sent.map((delivery) => delivery.id).toSorted()).toEqual(answers.toSorted());
  await stores.close();
});
