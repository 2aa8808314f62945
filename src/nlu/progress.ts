/** Lines done and lines a second on stderr, while it is a terminal. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  tick(): void;
  done(): void;
}

const EVERY_MS = 200;
const WIDTH = 24;

/** How many lines there are is not known on a stream: the bar walks round. */
function bar(count: number): string {
  const at = Math.floor(count / 50) % WIDTH;
  return `${'·'.repeat(at)}■${'·'.repeat(WIDTH - at - 1)}`;
}

export function createProgress(out: WriteStream): Progress {
  if (!out.isTTY) return { tick() {}, done() {} };
  const started = performance.now();
  let count = 0;
  let shown = 0;
  const show = (): void => {
    const rate = Math.round(count / ((performance.now() - started) / 1000 || 1));
    out.write(`\r[${bar(count)}] ${count} (${rate}/s) `);
  };
  return {
    tick() {
      count += 1;
      if (performance.now() - shown < EVERY_MS) return;
      shown = performance.now();
      show();
    },
    done() {
      show();
      out.write('\n');
    },
  };
}
