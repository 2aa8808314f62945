/** What must be heard in any company: a wish or a danger is mostly told within an everyday complaint. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';
import type { Row } from '../../src/nlu/measure/rows.ts';
import { readRows } from '../../src/nlu/measure/rows.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Shanghai', slots: false });
const read = (text: string) => understanding.understand({ text });

describe('a wish for a person within a complaint', () => {
  it.each([
    '等了五十分钟才上第一道菜，鱼是凉的，给我转个人工，剩下的菜也还没上',
    '快递丢在驿站也不说一声，一箱书全淋湿了，我不想跟机器人说，找个真人来，箱子还在那儿',
    '换个能做主的来跟我讲，窗帘短了一截，师傅量的时候就量错了，客厅到现在还敞着',
    '冷氣壞了三天，報修也沒人來，請幫我接主管，晚上根本睡不著',
    'My sofa came with one leg missing, the driver just shrugged, can I speak to somebody in charge please, we have guests on Saturday',
    'The room smelt of smoke, the shower was cold, get me a real person, the pillow had stains on it',
  ])('is heard: %s', (text) => {
    expect(read(text)).toMatchObject({ intent: 'human', needsHuman: true });
  });

  it.each([
    '经理出来看了一眼，笑了笑就走了，鱼还是凉的，把这道菜的钱退给我',
    '店長親自端上來的湯，裡面一根頭髮，麵也糊掉了，請幫我退費',
    'The manager came out, shrugged and walked off, the fish was cold, take it off my bill',
    'Your agent promised a new kettle in May, it came in July, the lid does not close',
  ])('is not made of what happened: %s', (text) => {
    expect(read(text).intent).toBe('complaint');
  });
});

describe('a grave matter within a complaint', () => {
  it.each([
    ['safety', '上菜慢，服务员态度也差，我妈吃完上吐下泻进了急诊，鱼也不新鲜'],
    [
      'safety',
      'The queue was endless, the soup lukewarm, my boy burned his hand on the heater, and the bill was wrong',
    ],
    ['legal', '等了一個鐘頭，餐點又冷又鹹，我會請律師發存證信函，服務生還翻白眼'],
    ['media', '房间小，隔音差，我朋友是电视台的记者，这事我让他来拍，早饭也只有白粥'],
    [
      'regulator',
      'Late again, two items missing, trading standards will hear of it from me, and the milk was warm',
    ],
  ])('%s is heard: %s', (severity, text) => {
    expect(read(text).severity).toBe(severity);
  });

  it.each([
    '上菜慢，铁板一点都不烫，服务员笑得要死，菜单还是旧的',
    'The queue was killer, the soup lukewarm, the hot plate stone cold, and the bill was wrong',
  ])('is not made of words that only sound like it: %s', (text) => {
    expect(read(text).needsHuman).toBe(false);
  });
});

const GRAVE: readonly (string | undefined)[] = ['safety', 'legal', 'media', 'regulator'];
const rows = readRows(resolve(import.meta.dirname, '../..'), 'dev').filter(
  ({ turns }) => turns === undefined,
);

/** Each message first, last or after the first clause of an everyday complaint. */
function told(messages: readonly Row[], complaints: readonly Row[], stop: string): string[] {
  return Array.from({ length: 300 }, (_, i) => {
    const { text } = messages[(i * 37) % messages.length] as Row;
    const complaint = (complaints[(i * 53) % complaints.length] as Row).text;
    const [first = '', ...others] = complaint.split(/(?<=[，。,.])/);
    const parts = [
      [text, complaint],
      [complaint, text],
      [first, text, others.join('')],
    ];
    return (parts[i % 3] as string[]).join(stop);
  });
}

describe.each([
  ['Chinese', false, '。', 40],
  ['English', true, '. ', 120],
] as const)('everyday complaints in %s', (_, english, stop, least) => {
  const own = rows.filter(({ lang }) => (lang === 'en') === english);
  const complaints = own.filter(
    ({ group, human, severity, text }) =>
      group !== undefined &&
      group !== 'none' &&
      human !== true &&
      !GRAVE.includes(severity) &&
      text.length > least,
  );

  it('let nine wishes in ten be heard', () => {
    const wishes = own.filter(({ human }) => human === true);
    const heard = told(wishes, complaints, stop).filter((text) => read(text).intent === 'human');
    expect(heard.length / 300).toBeGreaterThan(0.9);
  });

  it('let nine grave matters in ten be heard', () => {
    const grave = own.filter(({ severity }) => GRAVE.includes(severity));
    const heard = told(grave, complaints, stop).filter((text) => GRAVE.includes(read(text).severity));
    expect(heard.length / 300).toBeGreaterThan(0.9);
  });
});
