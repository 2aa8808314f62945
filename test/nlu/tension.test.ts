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

  it.each([
    ['你们的客服在哪里？', '你们的客服在哪里？？？'],
    ['where is my order', 'WHERE IS MY ORDER'],
    ['汤里有只苍蝇', '汤里有只苍蝇🙄'],
    ['汤里有只苍蝇', '汤里有只苍蝇😡'],
    ['湯裡有一隻蒼蠅', '湯裡有一隻蒼蠅🙂'],
    ['汤里有只苍蝇', '呵呵，汤里有只苍蝇'],
    ['汤里有只苍蝇', '汤里有只苍蝇！！！'],
    ['The soup had a fly in it', 'The soup had a fly in it, you idiots'],
    ['麻烦退一下钱', '退钱'],
  ])('%s is less tense than %s', (calmer, tenser) => {
    expect(read(tenser).tension).toBeGreaterThan(read(calmer).tension);
  });

  it('a word said again weighs again, but less', () => {
    const [first, second, third] = read('骗子，骗子，骗子')
      .reasons.filter(({ text }) => text === '骗子')
      .map(({ weight }) => weight) as [number, number, number];
    expect(second).toBeLessThan(first);
    expect(third).toBeLessThan(second);
    expect(third).toBeGreaterThan(0);
  });

  it.each([
    [
      '我想知道贵司打算如何弥补，请在今天六点前书面答复，之后不必再联系我',
      '请问可以在今天六点前给我开一张发票吗，麻烦您了',
    ],
    ['請不必再來電，貴公司的誠意我已經充分領教', '請問可以改成下午送嗎，謝謝'],
    [
      'I shall not be wasting another word on your company',
      'Could you send the parcel to my office instead, please',
    ],
  ])('cold fury in polite words counts: %s', (furious, polite) => {
    expect(read(furious).tension).toBeGreaterThan(read(polite).tension + 0.15);
  });

  it('names the clause whose wording alone is heated', () => {
    const { reasons } = read('你们当我是叫花子打发呢');
    expect(reasons).toContainEqual({ text: '你们当我是叫花子打发呢', weight: expect.any(Number) });
  });

  it('kind words inside a complaint calm nobody', () => {
    const complained = read('非常满意，汤里吃出一只苍蝇，服务员说正常').reasons;
    const praised = read('非常满意，汤很鲜').reasons;
    const weightOf = (reasons: typeof praised) =>
      reasons.filter(({ text }) => text.includes('满意')).reduce((sum, { weight }) => sum + weight, 0);
    expect(weightOf(praised)).toBeLessThan(-0.5);
    expect(weightOf(complained)).toBeGreaterThan(-0.3);
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

  it('does not take a shorter answer for calm', () => {
    expect(read('还是挺失望的', ['新鞋才穿两天就开胶了，挺失望的']).trend).toBe('steady');
    expect(read('Yes, it still hurts, to be honest', ['I was rather hurt by what she said']).trend).toBe(
      'steady',
    );
  });

  it('looks past a bare fact given in between', () => {
    expect(read('少废话，退钱！一群骗子！', ['骗子！钱扣了课不开！', '订单号是20261101']).trend).toBe(
      'steady',
    );
  });

  it('is steady without earlier turns', () => {
    expect(read('菜太咸了').trend).toBe('steady');
  });
});
