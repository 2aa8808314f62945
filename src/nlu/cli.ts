/**
 * `npm run understand`: JSON lines in, JSON lines out, in order, one at a time (design.md §5).
 * `-- --no-slots` sorts only (intent, cause, tension, severity) and is faster; `-- --shop DIR` reads a shop's folder.
 */
import { once } from 'node:events';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { parseArgs } from 'node:util';
import { IANAZone } from 'luxon';
import type { Understanding } from '../ports/understanding.ts';

// The second start finds the code compiled; a folder that cannot be written only costs that.
module.enableCompileCache(join(resolve(import.meta.dirname, '../..'), 'node_modules/.cache/calmdesk'));
const { understandingOfShop, UnusableShop } = await import('./shopFolder.ts');
const { parseLine } = await import('./line.ts');
const { createProgress } = await import('./progress.ts');

const EX_USAGE = 64;
const EX_CONFIG = 78;
const USAGE = 'usage: npm run understand -- [--no-slots] [--shop DIR]';

function refuse(line: string, status: number): never {
  console.error(line);
  process.exit(status);
}

function optionsOf(args: string[]): { readonly 'no-slots': boolean; readonly shop?: string } {
  try {
    return parseArgs({
      args,
      options: { 'no-slots': { type: 'boolean', default: false }, shop: { type: 'string' } },
    }).values;
  } catch {
    return refuse(USAGE, EX_USAGE);
  }
}

function opened(): Understanding {
  const { shop, 'no-slots': sortsOnly } = optionsOf(process.argv.slice(2));
  const timezone = env.TIMEZONE ?? 'Asia/Shanghai';
  if (!IANAZone.isValidZone(timezone))
    refuse(`TIMEZONE must be a time zone such as Asia/Shanghai, not ${timezone}`, EX_CONFIG);
  try {
    return understandingOfShop(
      { timezone, slots: !sortsOnly, ...(shop === undefined ? {} : { shopDir: shop }) },
      '--shop',
    );
  } catch (error) {
    if (error instanceof UnusableShop) return refuse(error.message, EX_CONFIG);
    throw error;
  }
}

const understanding = opened();

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

/** The lines of a stream, as many at once as came together: their answers go out together, and nothing waits for more. */
async function* linesOf(stream: NodeJS.ReadStream): AsyncGenerator<string[]> {
  let begun = '';
  for await (const piece of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    yield lines;
  }
  yield [begun];
}

const progress = createProgress(process.stderr);

for await (const lines of linesOf(process.stdin)) {
  let answers = '';
  for (const line of lines) {
    if (line.trim() === '') continue;
    answers += `${answer(line)}\n`;
    progress.tick();
  }
  if (answers !== '' && !process.stdout.write(answers)) await once(process.stdout, 'drain');
}
progress.done();
