/** Corrections brought into a shop's file: what people did to it stays, what was corrected again is new. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CorrectionRow } from '../../src/app/exportCorrections.ts';
import { mergeCorrections } from '../../src/app/mergeCorrections.ts';
import { readCorrections } from '../../src/nlu/shop.ts';

const row = (id: string, change: Partial<CorrectionRow> = {}): CorrectionRow => ({
  id,
  text: '等了两个小时没人理',
  lang: 'zh-CN',
  group: 'service',
  sub: 'waiting',
  was: { group: 'product', sub: 'quality', confidence: 0.61 },
  at: '2026-11-20T02:00:00.000Z',
  by: '小李',
  reviewed: false,
  ...change,
});
const merged = (before: string, rows: readonly CorrectionRow[], erased: readonly string[] = []) =>
  mergeCorrections(before, { rows, erased });
const lines = (...rows: readonly object[]) => `${rows.map((one) => JSON.stringify(one)).join('\n')}\n`;
const later = { at: '2026-11-21T02:00:00.000Z', group: 'service', sub: 'attitude', by: '王芳' } as const;

describe('corrections brought into a file', () => {
  it('are added once, however often', () => {
    const once = merged('', [row('C1'), row('C2')]);
    expect(once).toMatchObject({ added: 2, renewed: 0, removed: 0 });
    expect(merged(once.text, [row('C1'), row('C2')])).toMatchObject({
      text: once.text,
      added: 0,
      renewed: 0,
    });
    expect(merged('', [])).toMatchObject({ text: '', added: 0 });
  });

  it('leave lines of people as they are, to the letter', () => {
    const before = `# ours\n{"text":"凉的","group":"product","sub":"quality","reviewed":true}\n\nnot json`;
    expect(merged(before, [row('C1')]).text).toBe(`${before}\n${lines(row('C1'))}`);
  });

  it('renew a row that was corrected again, in the words that a person gave it', () => {
    const edited = { ...row('C1'), text: '等了很久', note: '短一点' };
    const { text, renewed } = merged(lines(edited), [row('C1', later)]);
    expect(renewed).toBe(1);
    expect(JSON.parse(text)).toEqual({ ...edited, ...later });
    expect(merged(lines(edited), [row('C1')]).text).toBe(lines(edited));
  });

  it('never touch a row that somebody has read over', () => {
    const before = lines({ ...row('C1'), reviewed: true, text: '等了很久' });
    expect(merged(before, [row('C1', later)])).toMatchObject({ text: before, renewed: 0, added: 0 });
  });

  it('lose the rows of customers who had everything deleted, read over or not', () => {
    const before = lines(row('C1'), { ...row('C2'), reviewed: true }, row('C3'));
    expect(merged(before, [], ['C1', 'C2'])).toMatchObject({ text: lines(row('C3')), removed: 2 });
  });

  it('are what the training reads: those that wait, and after the review those to learn from', () => {
    const folder = mkdtempSync(join(tmpdir(), 'calmdesk-shop-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'corrections.jsonl');
    const { text } = merged('', [row('C1'), row('C2')]);
    writeFileSync(file, text.replace('"reviewed":false', '"reviewed":true'));
    expect(readCorrections(file)).toEqual({
      phrases: [{ text: '等了两个小时没人理', label: 'service.waiting', lang: 'zh-CN' }],
      waiting: 1,
      bad: [],
    });
  });
});
