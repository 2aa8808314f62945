/**
 * `npm run understand`: JSON lines in, JSON lines out, in order, one at a time (design.md §5).
 * `-- --no-slots` sorts only (intent, cause, tension, severity) and is faster; `-- --shop DIR` reads a shop's folder.
 */
import { once } from 'node:events';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createUnderstanding } from './index.ts';
import { parseLine } from './line.ts';
import { createProgress } from './progress.ts';

const { values } = parseArgs({
  options: { 'no-slots': { type: 'boolean', default: false }, shop: { type: 'string' } },
});
const understanding = createUnderstanding({
  timezone: env.TIMEZONE ?? 'Asia/Shanghai',
  slots: !values['no-slots'],
  ...(values.shop === undefined ? {} : { shopDir: values.shop }),
});

function answer(line: string): string {
  const parsed = parseLine(line);
  if ('error' in parsed) return JSON.stringify(parsed);
  const { id, ...utterance } = parsed;
  const { lang, intent, cause, tension, emotion, trend, slots, severity, needsHuman } =
    understanding.understand(utterance);
  return JSON.stringify({ id, lang, intent, cause, tension, emotion, trend, slots, severity, needsHuman });
}

/** A reader that has seen enough closes the pipe: no fault of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const FLUSH = 65_536;
const progress = createProgress(process.stderr);
let pending = '';

async function flush(): Promise<void> {
  const text = pending;
  pending = '';
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** What came in one piece goes out in one piece; nothing waits for more input. */
let scheduled = false;

function flushSoon(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(() => {
    scheduled = false;
    void flush();
  });
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  pending += `${answer(line)}\n`;
  progress.tick();
  if (pending.length > FLUSH) await flush();
  else flushSoon();
}
await flush();
progress.done();
