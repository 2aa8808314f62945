/** Memory that stays with each 1,000 conversations: while their sockets are open, and after they have gone. */
import { setTimeout as rest } from 'node:timers/promises';
import { Chat } from '../parts/chat.ts';
import type { Target } from '../parts/target.ts';

const AT_ONCE = 50;
const LINES = ['你们的水壶用两天就坏了！！太气人了', '昨天在南山店买的', '我要退款'] as const;

export interface MemoryFigures {
  /** MiB more while 1,000 sockets are open, after the warm-up. */
  readonly openPerThousand: number;
  /** MiB more for each further 1,000 conversations that came and went: the slope over all rounds. */
  readonly growthPerThousand: number;
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

/** The lowest of a few looks: between two collections memory only seems to grow. */
const settledRss = async (target: Target): Promise<number> => {
  const looks: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    await rest(500);
    looks.push(target.rss());
  }
  return Math.min(...looks);
};

/** Least squares: MiB per step. */
const slope = (values: readonly number[]): number => {
  const [meanX, meanY] = [
    (values.length - 1) / 2,
    values.reduce((sum, value) => sum + value, 0) / values.length,
  ];
  const over = values.reduce((sum, value, index) => sum + (index - meanX) * (value - meanY), 0);
  return over / values.reduce((sum, _, index) => sum + (index - meanX) ** 2, 0);
};

export const measureMemory = async (target: Target, thousands: number): Promise<MemoryFigures> => {
  const close = (chats: readonly Chat[]) => {
    for (const chat of chats) chat.close();
  };
  // The first thousand warms up: code is compiled, pools and caches fill.
  close(await openMany(target.base, 1000));
  const before = await settledRss(target);
  const open = await openMany(target.base, 1000);
  const whileOpen = await settledRss(target);
  close(open);
  const marks = [await settledRss(target)];
  for (let step = 0; step < thousands; step += 1) {
    close(await openMany(target.base, 1000));
    marks.push(await settledRss(target));
  }
  return { openPerThousand: whileOpen - before, growthPerThousand: slope(marks) };
};
