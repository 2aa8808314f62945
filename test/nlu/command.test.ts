import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

const CLI = join(resolve(import.meta.dirname, '../..'), 'src/nlu/cli.ts');

function run(
  lines: string[],
  args: string[] = [],
  env: Record<string, string> = {},
): Record<string, unknown>[] {
  const { stdout } = spawnSync(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...env },
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
    expect(row?.id).toBe(1);
    expect(row?.slots).toEqual({});
  });

  it('skips blank lines and reads a last line without an end', () => {
    expect(
      run(['', '{"id":1,"text":"谢谢"}', '   ', '{"id":2,"text":"菜太慢了"}']).map(({ id }) => id),
    ).toEqual([1, 2]);
  });

  it("tells times in the shop's own zone", () => {
    const [row] = run(['{"id":1,"text":"昨天下午三点","at":"2026-03-11T12:00:00Z"}'], [], {
      TIMEZONE: 'Europe/London',
    });
    expect(row).toMatchObject({ slots: { when: { from: '2026-03-10T15:00:00+00:00' } } });
  });

  it('answers a line before the next one is written, also one that comes in pieces', async () => {
    const child = spawn(process.execPath, [CLI], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const nextId = async () => (JSON.parse((await answers.next()).value as string) as { id: number }).id;
    child.stdin.write('{"id":1,"text":"菜太慢了"}\n');
    expect(await nextId()).toBe(1);
    const [head, tail] = [
      Buffer.from('{"id":2,"text":"水壶坏了"}\n').subarray(0, 17),
      Buffer.from('{"id":2,"text":"水壶坏了"}\n').subarray(17),
    ];
    await new Promise((written) => child.stdin.write(head, written));
    child.stdin.end(tail);
    expect(await nextId()).toBe(2);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends without a fault when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [CLI], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = once(child, 'exit');
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => undefined);
    child.stdin.write('{"id":1,"text":"菜太慢了"}\n'.repeat(20_000));
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    [['--fast'], {}, 64, 'usage: npm run understand -- [--no-slots] [--shop DIR]\n'],
    [['--shop', 'nowhere'], {}, 78, '--shop must be a folder: nowhere\n'],
    [
      [],
      { TIMEZONE: 'Mars/Base' },
      78,
      'TIMEZONE must be a time zone such as Asia/Shanghai, not Mars/Base\n',
    ],
  ])('with %j and %j ends with %i and one line', (args, env, status, line) => {
    const ended = spawnSync(process.execPath, [CLI, ...args], {
      env: { ...process.env, ...env },
      input: '',
      encoding: 'utf8',
    });
    expect([ended.status, ended.stdout, ended.stderr]).toEqual([status, '', line]);
  });
});
