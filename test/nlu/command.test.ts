import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function run(lines: string[], args: string[] = []): Record<string, unknown>[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'src/nlu/cli.ts'), ...args], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('npm run understand', () => {
  it('answers line by line, in order, and goes on after a bad line', () => {
    const out = run([
      '{"id":"a","text":"菜太慢了"}',
      'not json',
      '{"id":"b"}',
      '{"id":"c","text":"hi","lang":"fr"}',
      '{"id":"d","text":"谢谢"}',
    ]);
    expect(out.map((row) => row.id)).toEqual(['a', null, 'b', 'c', 'd']);
    expect(out[0]).toMatchObject({
      lang: 'zh-CN',
      intent: 'complaint',
      severity: 'normal',
      needsHuman: false,
    });
    expect(out.slice(1, 4).every((row) => typeof row.error === 'string')).toBe(true);
    expect(out[4]).not.toHaveProperty('cause');
  });

  it('leaves the slots out when only sorting', () => {
    const [row] = run(['{"id":1,"text":"昨天买的水壶坏了"}'], ['--no-slots']);
    expect(row).toMatchObject({ id: 1, slots: {} });
  });
});
