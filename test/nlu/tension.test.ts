import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
const read = (text: string, turns: string[] = []) => understanding.understand({ text, turns });

describe('tension', () => {
  it.each([
    ['你们还要不要脸？退钱！', 'angry'],
    ['气死我了！！一群骗子！！', 'angry'],
    ['How dare you! You are all liars and thieves!!', 'angry'],
    ['等了这么久，真的挺失望的', 'upset'],
    ['请问发票可以重开吗，麻烦了', 'calm'],
    ['谢谢，我明白了', 'calm'],
    ['Could you kindly check my order? Thank you', 'calm'],
  ] as const)('%s is %s', (text, emotion) => {
    expect(read(text).emotion).toBe(emotion);
  });

  it('explains itself with the words that moved it', () => {
    const { reasons } = read('你们这帮骗子！！');
    expect(reasons.map((reason) => reason.text)).toContain('骗子');
    expect(reasons.every((reason) => typeof reason.weight === 'number')).toBe(true);
  });

  it('praise inside a complaint calms nobody', () => {
    const mocking = read('真是太棒了，等了三个小时，服务员还骂人').tension;
    expect(mocking).toBeGreaterThanOrEqual(read('等了三个小时，服务员还骂人').tension);
    expect(read('真是太棒了，三个小时就把家里全收拾好了').tension).toBeLessThan(mocking);
  });
});

describe('trend', () => {
  it('falls when the customer calms down', () => {
    expect(read('好的，谢谢你', ['你们这群骗子！！还我钱！！']).trend).toBe('calming');
  });

  it('rises when it gets worse', () => {
    expect(read('骗子！！一群骗子！！退钱！！', ['请问我的订单到哪里了']).trend).toBe('escalating');
  });

  it('is steady without earlier turns', () => {
    expect(read('菜太咸了').trend).toBe('steady');
  });
});
