/** `npm run understand`: lines a second of one core, with and without slots, start-up and memory, on the development rows. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRows } from '../../src/nlu/measure/rows.ts';
import { cpuMsOf, rssOf } from '../parts/usage.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: { understand: string };
};
/** As `npm run understand` starts it, its flags included. */
const CLI = scripts.understand.split(' ').slice(1);

export interface ReadingFigures {
  /** Lines for each second of processor time, start-up left out. */
  readonly perSecond: number;
  /** Processor time of a line, in milliseconds. */
  readonly perLine: number;
  /** Resident memory in MiB after all lines. */
  readonly rss: number;
}

/** Answers come line by line and in order. */
const answered = (stream: NodeJS.ReadableStream, count: number): Promise<void> =>
  new Promise((resolve) => {
    let left = count;
    const hear = (piece: Buffer) => {
      for (const byte of piece) if (byte === 10) left -= 1;
      if (left > 0) return;
      stream.off('data', hear);
      resolve();
    };
    stream.on('data', hear);
  });

/** The rows once to warm up, then `rounds` times. */
export const measureReading = async (args: readonly string[], rounds: number): Promise<ReadingFigures> => {
  const rows = readRows(ROOT, 'dev');
  const lines = rows.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join('');
  const child = spawn(process.execPath, [...CLI, ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const read = async (times: number): Promise<void> => {
    const done = answered(child.stdout, rows.length * times);
    child.stdin.write(lines.repeat(times));
    await done;
  };
  await read(1);
  const before = cpuMsOf(child.pid);
  await read(rounds);
  const cpu = cpuMsOf(child.pid) - before;
  const rss = rssOf(child.pid);
  const over = once(child, 'exit');
  child.stdin.end();
  await over;
  const count = rows.length * rounds;
  return { perSecond: (count / cpu) * 1000, perLine: cpu / count, rss };
};

/** Milliseconds from `npm run -s understand` to its first answer. */
export const measureFirstAnswer = async (): Promise<number> => {
  const began = performance.now();
  const child = spawn('npm', ['run', '-s', 'understand'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const over = once(child, 'exit');
  const done = answered(child.stdout, 1);
  child.stdin.end('{"id":1,"text":"菜不错，就是太慢，昨天等了一个小时！"}\n');
  await done;
  const ms = performance.now() - began;
  await over;
  return ms;
};
