import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { learnDeeds } from '../../src/nlu/deeds.ts';
import { encode } from '../../src/nlu/examples.ts';
import { createUnderstanding } from '../../src/nlu/index.ts';
import { readLexicon } from '../../src/nlu/lexicon.ts';
import { Panel } from '../../src/nlu/panel.ts';
import { unmark } from '../../src/nlu/tagger/spanPhrases.ts';
import { RECIPE } from '../../src/nlu/training.ts';

const lexicon = readLexicon(join(import.meta.dirname, '../../locales'));

describe('which clause tells what happened', () => {
  it('is learned from reports in which it is marked', () => {
    const reports = [
      'Bought it on Sunday, [the lid cracked](how), please refund me',
      '[The lid cracked](how), bought it on Monday, please help',
      'Please refund me, bought it last week, [the hinge cracked](how)',
      'Please help, [the hinge cracked](how)',
    ].map(unmark);
    const panel = new Panel({ deed: learnDeeds(reports, lexicon, { ...RECIPE, rarest: 1, epochs: 20 }) });
    const [bought, cracked, refund] = encode(
      'Bought it on Friday, the cup cracked, please refund me',
      lexicon,
    ).map((clause) => panel.score(clause).deed[0] ?? 0);
    expect(cracked).toBeGreaterThan(Math.max(bought ?? 0, refund ?? 0));
  });

  it.each([
    ['昨天在徐汇店买的电饭煲，插上电就跳闸，给我退了吧', '插上电就跳闸'],
    ['服务员把汤洒我身上了，中午带客户来的，面子都丢光了', '服务员把汤洒我身上了'],
    ['上禮拜訂的蛋糕，打開整個塌掉，我女兒當場哭出來', '打開整個塌掉'],
    ['Table 12, Sunday noon, the lamb was raw inside, I want my money back', 'the lamb was raw inside'],
    ['The zip broke on the second day, I bought it at your Leeds shop', 'The zip broke on the second day'],
  ])('%s', (text, how) => {
    const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
    expect(understanding.understand({ text }).slots.how).toBe(how);
  });
});
