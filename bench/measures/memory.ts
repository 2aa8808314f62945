/** Memory that 1,000 conversations take while they are open, and that stays when they have gone. */
import { setTimeout as rest } from 'node:timers/promises';
import { Chat } from '../parts/chat.ts';
import { type Memory, openProbe } from '../parts/memoryOf.ts';
import { startTarget, type TargetName } from '../parts/target.ts';

const AT_ONCE = 50;
const LINES = ['你们的水壶用两天就坏了！！太气人了', '昨天在南山店买的', '我要退款'] as const;

export interface MemoryFigures {
  /** MiB in use by 1,000 open sockets with their conversations. */
  readonly open: number;
  /** MiB in use that each further 1,000 conversations leave behind: the slope over all rounds. */
  readonly growth: number;
  /** The same of the resident memory. */
  readonly growthRss: number;
}

const openMany = async (base: string, count: number): Promise<Chat[]> => {
  const chats: Chat[] = [];
  while (chats.length < count) {
    const some = Math.min(AT_ONCE, count - chats.length);
    const opened = await Promise.all(Array.from({ length: some }, () => Chat.open(base)));
    await Promise.all(
      opened.map(async (chat) => {
        for (const line of LINES) await chat.say(line);
      }),
    );
    chats.push(...opened);
  }
  return chats;
};

/** Least squares: per step. */
const slope = (values: readonly number[]): number => {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [middle, level] = [(values.length - 1) / 2, mean(values)];
  const over = values.reduce((sum, value, index) => sum + (index - middle) * (value - level), 0);
  return over / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
};

export const measureMemory = async (name: TargetName, thousands: number): Promise<MemoryFigures> => {
  const target = await startTarget(name, { inspected: true });
  const probe = await openProbe(target.inspector);
  const closeAll = async (chats: readonly Chat[]): Promise<void> => {
    for (const chat of chats) chat.close();
    // The server hears of it a moment later.
    await rest(500);
  };
  // The first thousand does not count: code is compiled, bounded caches fill.
  await closeAll(await openMany(target.base, 1000));
  const marks: Memory[] = [await probe.read()];
  let open = 0;
  for (let step = 0; step < thousands; step += 1) {
    const chats = await openMany(target.base, 1000);
    const whileOpen = await probe.read();
    await closeAll(chats);
    const after = await probe.read();
    open += (whileOpen.used - after.used) / thousands;
    marks.push(after);
  }
  probe.close();
  await target.stop();
  return {
    open,
    growth: slope(marks.map(({ used }) => used)),
    growthRss: slope(marks.map(({ rss }) => rss)),
  };
};
