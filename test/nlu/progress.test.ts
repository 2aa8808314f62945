import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/nlu/progress.ts';

function shownOn(isTTY: boolean, lines: number): string {
  const out = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const progress = createProgress(out as unknown as WriteStream);
  for (let i = 0; i < lines; i += 1) progress.tick();
  progress.done();
  return (out.read() as string | null) ?? '';
}

describe('progress of npm run understand', () => {
  it('on a terminal shows how many lines are done and how many a second', () => {
    expect(shownOn(true, 300)).toMatch(/\r\[·*■·*\] 300 \(\d+\/s\) \n$/);
  });

  it('writes nothing where nobody watches', () => {
    expect(shownOn(false, 300)).toBe('');
  });
});
