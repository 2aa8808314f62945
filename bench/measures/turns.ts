/** Turns over Direct Line with 50 customers at a time: how many a second, and how long the slowest wait. */
import { Chat } from '../parts/chat.ts';
import { percentile } from '../parts/figures.ts';
import type { Target } from '../parts/target.ts';

const CONNECTIONS = 50;

/** What a customer says from the first anger to the record; every line is answered by the bot. */
const SCRIPT = [
  '你们的水壶用两天就坏了！！太气人了',
  '昨天在南山店买的，按了开关没有反应',
  '我要退款',
  '订单4471-22',
  '就是不通电',
  '不留电话',
  '再看一下，时间不是昨天，是前天',
  '对，就是这样',
] as const;

export interface TurnFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server for one turn, in milliseconds. */
  readonly cpu: number;
}

const converse = async (chat: Chat, latencies: number[]): Promise<void> => {
  for (const line of SCRIPT) latencies.push(await chat.say(line));
};

/** Opening the conversations is not timed; saying everything in all of them is. */
export const measureTurns = async (target: Target, batches: number): Promise<TurnFigures> => {
  const latencies: number[] = [];
  let spent = 0;
  let cpu = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const chats = await Promise.all(Array.from({ length: CONNECTIONS }, () => Chat.open(target.base)));
    const [began, used] = [performance.now(), target.cpuMs()];
    await Promise.all(chats.map((chat) => converse(chat, latencies)));
    spent += performance.now() - began;
    cpu += target.cpuMs() - used;
    for (const chat of chats) chat.close();
  }
  return {
    perSecond: (latencies.length / spent) * 1000,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    cpu: cpu / latencies.length,
  };
};
