/** `npm run understand`: JSON lines in, JSON lines out, in order, one at a time (design.md §5). */
import { once } from 'node:events';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import type { Utterance } from '../ports/understanding.ts';
import { createUnderstanding } from './index.ts';
import { parseLine } from './line.ts';

const understanding = createUnderstanding({ timezone: env.TIMEZONE ?? 'Asia/Shanghai' });

function answer(line: string): string {
  const parsed = parseLine(line);
  if ('error' in parsed) return JSON.stringify(parsed);
  const { id, ...utterance } = parsed;
  const { reasons: _, corrects: __, ...reading } = understanding.understand(utterance as Utterance);
  return JSON.stringify({ id, ...reading });
}

const progress = process.stderr.isTTY;
let count = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  if (!process.stdout.write(`${answer(line)}\n`)) await once(process.stdout, 'drain');
  count += 1;
  if (progress && count % 500 === 0) process.stderr.write(`\r${count} lines`);
}
if (progress) process.stderr.write(`\r${count} lines\n`);
