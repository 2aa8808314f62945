/**
 * `npm run understand`: JSON lines in, JSON lines out, in order, one at a time (design.md §5).
 * `-- --no-slots` sorts only (intent, cause, tension, severity) and is faster; `-- --shop DIR` reads a shop's folder.
 */
import { once } from 'node:events';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { parseArgs } from 'node:util';

// The second start finds the code compiled; a folder that cannot be written only costs that.
module.enableCompileCache(join(resolve(import.meta.dirname, '../..'), 'node_modules/.cache/calmdesk'));
const { createUnderstanding } = await import('./index.ts');
const { parseLine } = await import('./line.ts');
const { createProgress } = await import('./progress.ts');

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
