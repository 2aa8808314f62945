import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';
import { readCorrections, readShopPhrases } from '../../src/nlu/shop.ts';

let shop = '';

beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'calmdesk-shop-'));
  mkdirSync(join(shop, 'names'));
  writeFileSync(join(shop, 'names/where.txt'), '# our branches\n云栖小筑\n');
  writeFileSync(join(shop, 'names/what.txt'), '醉云卷\n');
  mkdirSync(join(shop, 'phrases/zh-CN/cause'), { recursive: true });
  writeFileSync(join(shop, 'phrases/zh-CN/cause/product.quality.txt'), '# ours\n醉云卷散了\n');
  const rows = [
    { text: '醉云卷是凉的', group: 'product', sub: 'quality', reviewed: true },
    { text: '没人读过', group: 'product', sub: 'quality' },
    { text: '没有这个原因', group: 'product', sub: 'nonsense', reviewed: true },
  ];
  writeFileSync(
    join(shop, 'corrections.jsonl'),
    `${rows.map((row) => JSON.stringify(row)).join('\n')}\nnot json\n`,
  );
});

afterAll(() => rmSync(shop, { recursive: true, force: true }));

describe("a shop's own folder", () => {
  it('names places and products that no list knows', () => {
    const understanding = createUnderstanding({ timezone: 'Asia/Shanghai', shopDir: shop });
    const { slots } = understanding.understand({ text: '昨天在云栖小筑点的醉云卷' });
    expect(slots).toMatchObject({ where: '云栖小筑', what: '醉云卷' });
  });

  it('brings phrases and reviewed corrections', () => {
    expect(readShopPhrases(shop, 'cause')).toEqual([
      { text: '醉云卷散了', label: 'product.quality', lang: 'zh-CN' },
    ]);
    const { phrases, waiting, bad } = readCorrections(join(shop, 'corrections.jsonl'));
    expect(phrases.map((phrase) => phrase.label)).toEqual(['product.quality']);
    expect({ waiting, bad }).toEqual({ waiting: 1, bad: [3, 4] });
  });
});
