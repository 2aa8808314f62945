/**
 * Promise 1 of the design: what was answered with 2xx is in the transcript once and is answered once, through kill -9.
 * Two servers are killed a hundred times each while ten customers talk to each of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Line } from '../../src/domain/transcript.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { signIn } from './agent.ts';
import type { Heard } from './customer.ts';
import { type Birth, killAll, live } from './life.ts';
import { mortality } from './mortality.ts';
import { recordOf } from './record.ts';
import { seeded } from './seeded.ts';
import { newFolder } from './shopPolicy.ts';
import { TALKS } from './talks.ts';
import { undisturbed, undisturbedHouse } from './undisturbed.ts';

const SEEDS = [20_261_122, 4_471_022];
const KILLS_EACH = 100;
const LONG = 1_200_000;

const cache = mkdtempSync(join(tmpdir(), 'calmdesk-crash-cache-'));
const folders = SEEDS.map(() => newFolder());
afterAll(() => {
  killAll();
  for (const folder of [cache, ...folders.map(({ data }) => dirname(data))]) {
    rmSync(folder, { recursive: true, force: true });
  }
});

const outcomes = async (policyFile: string) => {
  const house = undisturbedHouse(policyFile);
  return Promise.all(TALKS.map(async (talk) => ({ talk, outcome: await undisturbed(house, talk) })));
};

/** A first life leaves compiled code behind, lets an agent sign in, and shows that a graceful stop ends well. */
const inPeace = async (birth: Birth): Promise<string> => {
  const life = await live(birth);
  if (!life.signIn) throw new Error('no first sign-in was shown');
  const cookie = await signIn(life.address, life.signIn);
  await life.stop();
  return cookie;
};

/** What was acknowledged is there once, under the id that was acknowledged; the log has no gap and no double. */
const checkAcknowledged = (lines: readonly Line[], { acknowledged, talk }: Heard): void => {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);
  const inOrder = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    talk.hurried ? list.toSorted(byId) : list;
  const mine = lines.filter(({ from }) => from.kind === 'customer');
  expect(inOrder(mine.map(({ id, clientId, text }) => ({ id, clientId, text })))).toEqual(
    inOrder(acknowledged.map(({ id, clientId, said }) => ({ id, clientId, text: said.text }))),
  );
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
};

/** An answer's id is made of the line's that it answers, and counts from 1: one turn for each line, whole. */
const checkAnsweredOnce = (lines: readonly Line[], { handled }: Conversation): void => {
  const answersTo = (id: string) =>
    lines.filter((line) => line.id.startsWith(`${id}~`)).map((line) => line.id);
  for (const { id, seq } of lines.filter(({ from }) => from.kind === 'customer')) {
    expect(answersTo(id)).toEqual(answersTo(id).map((_, index) => `${id}~${index + 1}`));
    expect(handled).toBeGreaterThanOrEqual(seq);
  }
};

const check = async (stores: Stores, heard: Heard, expected: unknown): Promise<void> => {
  const lines = await stores.transcript.read(heard.conversationId, {});
  const conversation = await stores.conversations.load(heard.conversationId);
  if (!conversation) return expect.fail(`the conversation of "${heard.talk.name}" is gone`);
  checkAcknowledged(lines, heard);
  checkAnsweredOnce(lines, conversation);
  if (!heard.talk.hurried) expect(recordOf(conversation, lines), heard.talk.name).toEqual(expected);
};

it('two hundred kills in the middle of conversations lose nothing, double nothing and change nothing', {
  timeout: LONG,
}, async () => {
  const [first, second] = folders;
  if (!first || !second) throw new Error('no folder');
  const talks = await outcomes(first.policyFile);
  const cookies = [await inPeace({ ...first, cache }), await inPeace({ ...second, cache })];
  const lanes = await Promise.all(
    folders.map((folder, index) =>
      mortality({ ...folder, cache }, cookies[index] ?? '', KILLS_EACH, seeded(SEEDS[index] ?? 0), talks),
    ),
  );
  for (const [index, { heard }] of lanes.entries()) {
    const stores = openSqliteStores(folders[index]?.data ?? '');
    expect(heard.length).toBeGreaterThan(KILLS_EACH / 2);
    expect(await stores.cases.unhandled(10)).toEqual([]);
    expect(await stores.outbox.unpublished(10)).toEqual([]);
    expect((await stores.cases.counts()).orphans).toBe(0);
    for (const one of heard) {
      const expected = talks.find(({ talk }) => talk.name === one.talk.name)?.outcome.record;
      await check(stores, one, expected);
    }
    await stores.close();
  }
  expect(lanes.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(200);
});
