import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/nlu/language.ts';
import { fold } from '../../src/nlu/normalise.ts';

describe('fold', () => {
  it.each([
    ['訂單', '订单'],
    ['店員', '店员'],
    ['網路', '网路'],
    ['塑膠袋', '塑胶袋'],
    ['很雷', '很雷'],
    ['盤子', '盘子'],
    ['ＡＢＣ１２３', 'abc123'],
  ])('%s → %s', (original, folded) => {
    expect(fold(original).text).toBe(folded);
  });

  it('finds the way back where folding changes the length', () => {
    const folded = fold('共 ３㎏ 訂單Ａ９');
    expect(folded.text).toBe('共 3kg 订单a9');
    const at = folded.text.indexOf('订单');
    expect(folded.original(at, at + 4)).toBe('訂單Ａ９');
    const kg = folded.text.indexOf('kg');
    expect(folded.original(kg, kg + 2)).toBe('㎏');
    // A part of what one character became is still that character.
    expect(folded.original(kg, kg + 1)).toBe('㎏');
  });
});

describe('languageOf', () => {
  it.each([
    ['菜里有头发', 'zh-CN'],
    ['店員態度很差', 'zh-TW'],
    ['The waiter was rude', 'en'],
    ['iPhone 屏幕碎了', 'zh-CN'],
    ['这个 bug 太离谱了 please fix', 'zh-CN'],
    ['my 外卖 came two hours late and the rider just laughed', 'en'],
    ['ㄏㄏ', 'zh-TW'],
    ['ok', 'en'],
  ] as const)('%s is %s', (text, lang) => {
    expect(languageOf(text)).toBe(lang);
  });

  it('keeps the language of the talk for texts without letters', () => {
    expect(languageOf('123', 'en')).toBe('en');
    expect(languageOf('？？', 'zh-TW')).toBe('zh-TW');
  });
});
