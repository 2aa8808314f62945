import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/domain/cause.ts';
import { createUnderstanding } from '../../src/nlu/index.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
const read = (text: string) => understanding.understand({ text });

describe('a person', () => {
  it.each([
    '转人工',
    '有活人吗',
    '叫你们经理来',
    '我要跟真人说话',
    '別跟我講機器人，叫你們店長出來',
    'let me speak to a human',
    'get me your manager',
    'agent',
    '转人工，昨天买的鱼是臭的',
    '前天送到的衣柜门关不上，订单 50677，叫你们人工来说',
    '找真人，會議室投影機一直壞，我們教育訓練全泡湯了',
    'A real person please. The bouquet you delivered yesterday is all wilted',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ intent: 'human', needsHuman: true });
  });

  it.each([
    '人工草坪可以租来踢球吗',
    '不用转人工，你帮我记下来就行',
    '经理态度很差',
    "I don't need a manager",
  ])('but not: %s', (text) => {
    expect(read(text).intent).not.toBe('human');
  });
});

describe('severity', () => {
  it.each([
    ['吃完你家海鲜全家上吐下泻，送急诊了', 'safety'],
    ['我要起诉你们', 'legal'],
    ['不处理我就发抖音曝光', 'media'],
    ['我已经打了12315', 'regulator'],
    ['My son had an allergic reaction and we called an ambulance', 'safety'],
    ["I'll see you in court", 'legal'],
    ['This is going on TikTok', 'media'],
    ['I have reported you to trading standards', 'regulator'],
  ] as const)('%s is %s', (text, severity) => {
    expect(read(text)).toMatchObject({ severity, needsHuman: true });
  });

  it('danger is more than a complaint', () => {
    expect(read('我不想活了')).toMatchObject({ intent: 'danger', severity: 'safety', needsHuman: true });
  });
});

describe('cause', () => {
  it.each([
    ['菜不错，就是太慢了，等了一个小时', 'service'],
    ['不是质量问题，是店员态度太差', 'service'],
    ['真是太棒了，等了三个小时才上菜', 'service'],
    ['厕所很脏，地上都是纸', 'environment'],
    ['水壶用了两天就坏了', 'product'],
    ['The food was lovely but the waiter was rude', 'service'],
    ['The toilets were filthy', 'environment'],
  ])('%s → %s', (text, group) => {
    expect(read(text).cause?.group).toBe(group);
  });

  it.each([
    '谢谢',
    '你好',
    '请问你们几点关门',
    '服务非常好，下次还来',
    'Thank you so much',
    'What time do you open?',
    '这个锅可以放洗碗机吗',
    '昨天下午三点，徐汇店',
    '店員很貼心，還幫我媽撐傘送到車上',
  ])('none in %s', (text) => {
    expect(read(text).cause).toBeUndefined();
  });

  it('names a runner-up and the other causes of the same text', () => {
    const { cause } = read('服务员骂人，态度恶劣。厕所又脏又臭，地上全是水。');
    const { group, sub } = cause?.runnerUp ?? {};
    expect(group).not.toBe(cause?.group);
    expect(CAUSES[group ?? 'product']).toContain(sub);
    expect(cause?.runnerUp?.confidence).toBeGreaterThan(0);
    expect(cause?.runnerUp?.confidence).toBeLessThan(cause?.confidence ?? 0);
    expect(cause?.also?.length).toBeGreaterThan(0);
  });

  it('what is pasted again and again weighs no more than once', () => {
    const story = '我妈很喜欢你们家的点心，每个礼拜都来。厕所又脏又臭，地上全是水。';
    const once = read(story);
    const pasted = read(story + '谢谢。'.repeat(200));
    expect(pasted.cause?.group).toBe(once.cause?.group);
    expect(pasted.intent).toBe(once.intent);
  });

  it('reads the same text the same way twice', () => {
    expect(read('菜里有头发，服务员还骂我')).toEqual(read('菜里有头发，服务员还骂我'));
  });
});

describe('an offer picked by its place', () => {
  it('is named in a short answer', () => {
    expect(read('第一个吧').choice).toBe(1);
    expect(read('the second one please').choice).toBe(2);
  });

  it('is not made of a story that tells of a first', () => {
    const story =
      '第一个师傅来了看了一眼就走，说没有配件，冰箱里的菜全坏了，地上都是水，家里老人孩子都没法做饭';
    expect(read(story).choice).toBeUndefined();
  });
});

describe('what would undo a case or wipe it out', () => {
  it.each([
    '不用麻烦你们同事了，我在这儿说',
    'forget the phone call, I will write it here',
    '给我把法人的信息发过来，我要起诉',
  ])('is not made of a guess: %s', (text) => {
    expect(['cancel', 'delete-data']).not.toContain(read(text).intent);
  });
});

describe('what is no praise', () => {
  it.each([
    '气死我了气死我了气死我了！！！',
    'What a joke!!! WHAT A JOKE!!!',
    'Absolutely disgraceful!! I had to fetch the menus myself',
    '毛衣洗了一水，现在我侄女穿正好',
  ])('is a complaint, also with heat and no reason, or with a smile: %s', (text) => {
    expect(read(text).intent).toBe('complaint');
  });

  it('nobody is thanked for what may be a fault', () => {
    expect(read('The cake leaned a little').intent).not.toBe('praise');
  });
});
