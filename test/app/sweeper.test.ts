/** The tick makes good what a crash left: unanswered lines, unpublished events; one failing step stops no other. */
import { expect, it } from 'vitest';
import { createSweeper } from '../../src/app/sweeper.ts';
import { openHouse } from '../directline/house.ts';

it('lines that nobody answered are answered, each once', async () => {
  const { deps, conversation } = await openHouse();
  const { conversationId, userId } = await conversation();
  // As a crash leaves it: acknowledged, and then nothing.
  for (const text of ['one', 'two'])
    await deps.transcript.append({
      id: `line-${text}`,
      conversationId,
      at: deps.clock.now(),
      from: { kind: 'customer', id: userId },
      text,
      locale: 'en',
      audience: 'public',
    });
  const sweeper = createSweeper(deps);
  await Promise.all([sweeper.sweep(), sweeper.sweep()]);
  const lines = await deps.transcript.read(conversationId, {});
  expect(lines.map(({ text }) => text)).toEqual(['welcome', 'one', 'two', 'echo: one', 'echo: two']);
  await sweeper.stop();
});

it('a step that fails is logged, and the others are done', async () => {
  const { deps } = await openHouse();
  const errors: unknown[] = [];
  const log = { ...deps.log, error: (facts: object) => void errors.push(facts) };
  const done: string[] = [];
  const sweeper = createSweeper({ ...deps, log: { ...log, info: () => {}, warn: () => {} } }, [
    { name: 'broken', run: () => Promise.reject(new Error('no')) },
    { name: 'after', run: async () => void done.push('after') },
  ]);
  await sweeper.sweep();
  expect(errors).toMatchObject([{ step: 'broken' }]);
  expect(done).toEqual(['after']);
  await sweeper.stop();
});

it('goes on by itself until it is stopped', async () => {
  const { deps } = await openHouse();
  let rounds = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const count = async () => {
    rounds += 1;
    if (rounds === 3) resolve();
  };
  const sweeper = createSweeper(deps, [{ name: 'count', run: count }], 1);
  sweeper.start();
  await promise;
  await sweeper.stop();
  const after = rounds;
  await deps.turns.idle();
  expect(rounds).toBe(after);
});
