import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/nlu/lexicon.ts';
import { fold } from '../../src/nlu/normalise.ts';
import { spanEncoder } from '../../src/nlu/slots/index.ts';
import { readShopNames } from '../../src/nlu/slots/shopNames.ts';
import { Chain, SPANNED } from '../../src/nlu/tagger/chain.ts';
import { learnChain } from '../../src/nlu/tagger/learnChain.ts';
import { taggedTexts } from '../../src/nlu/tagger/material.ts';
import { readMarked, unmark } from '../../src/nlu/tagger/spanPhrases.ts';
import { tokensOf } from '../../src/nlu/tagger/tokens.ts';
import { WordTable, writeWords } from '../../src/nlu/tagger/words.ts';

const localesDir = resolve(import.meta.dirname, '../../locales');
const folder = mkdtempSync(join(tmpdir(), 'calmdesk-words-'));
const file = join(folder, 'words.bin');
writeWords(file, [
  { word: '昨天', kind: 't', common: 10 },
  { word: '徐汇', kind: 'ns', common: 5 },
  { word: '二楼', kind: 'n', common: 6 },
  { word: '楼', kind: 'n', common: 4 },
  { word: 'kettle', kind: 'en noun', common: 0 },
]);
const words = new WordTable(file);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the table of words', () => {
  it('cuts Han text into its likeliest words and keeps every character', () => {
    const text = '昨天在徐汇店二楼';
    const cut = words.words(text).map(({ from, to }) => text.slice(from, to));
    expect(cut).toEqual(['昨天', '在', '徐汇', '店', '二楼']);
  });

  it('knows what a word can be, and nothing of words it does not hold', () => {
    expect(words.kindOf('kettle')).toBe('en noun');
    expect(words.kindOf('wombat')).toBe('');
  });
});

describe('texts with marked spans', () => {
  const marked = readMarked(localesDir, 'spans');

  it('are read without their marks', () => {
    expect(unmark('在[徐汇店](where)买的[水壶](what)')).toEqual({
      text: '在徐汇店买的水壶',
      spans: [
        { slot: 'where', from: 1, to: 4 },
        { slot: 'what', from: 6, to: 8 },
      ],
    });
  });

  it('hold at most one span of each kind, and no broken mark', () => {
    expect(marked.length).toBeGreaterThan(3000);
    const broken = marked.filter(
      ({ text, spans }) =>
        /[[\]]|\((?:where|who|what)\)/.test(text) ||
        new Set(spans.map(({ slot }) => slot)).size < spans.length,
    );
    expect(broken).toEqual([]);
  });

  it.each(SPANNED)('hold many different names for %s', (slot) => {
    const names = marked.flatMap(({ text, spans }) =>
      spans.filter((span) => span.slot === slot).map(({ from, to }) => text.slice(from, to)),
    );
    expect(new Set(names).size).toBeGreaterThan(700);
  });
});

describe('the tagger', () => {
  const lexicon = readLexicon(localesDir);
  const shop = readShopNames(undefined);
  const encode = spanEncoder({ localesDir, lexicon, wordTable: words, shop, tagger: undefined });
  const taught = ['朝阳路', '人民南', '滨江', '钟楼', '古城'].flatMap((name) => [
    unmark(`昨天在[${name}店](where)排队排了半天`),
    unmark(`我去[${name}店](where)退货没人理`),
    unmark('菜太咸了，等了很久'),
  ]);
  const chain = new Chain(learnChain(taggedTexts(taught, encode)));
  const found = (text: string): string[] => {
    const tokens = tokensOf(text);
    return chain
      .spans(encode(fold(text)).features)
      .map(({ slot, from, to }) => `${slot} ${text.slice(tokens[from]?.from, tokens[to - 1]?.to)}`);
  };

  it('finds a name that it was not taught, in a frame that it was', () => {
    expect(found('昨天在凤凰山店排队排了半天')).toEqual(['where 凤凰山店']);
  });

  it('finds nothing where nothing is named, and nothing in nothing', () => {
    expect(found('等了很久，菜太咸了')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('learns the same from the same texts', () => {
    const again = learnChain(taggedTexts(taught, encode));
    expect(again).toEqual(learnChain(taggedTexts(taught, encode)));
  });
});
