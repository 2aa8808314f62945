import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';

const { understand } = createUnderstanding({ timezone: 'Asia/Shanghai' });

describe('how grave a message is', () => {
  it.each([
    ['吃完你们家的凉菜，我和孩子上吐下泻，现在还在医院挂水', 'safety'],
    ['The kettle exploded and burned my arm, I am in hospital', 'safety'],
    ['我已經請律師了，法院見', 'legal'],
    ['幺二三幺五，我打12315投诉你们', 'regulator'],
  ])('a plain word is taken at its word: %s', (text, severity) => {
    const reading = understand({ text });
    expect(reading).toMatchObject({ severity, needsHuman: true });
    expect(reading.hint).toBeUndefined();
  });

  it.each([
    '昨天送的花隔天就全枯了',
    '你们的电饭锅保温不工作，饭都馊了',
    '瓦斯爐台很髒',
    'The lift in your shop has been broken for three days',
    'I dropped a bottle of your wine and it smashed',
  ])('an everyday matter calls nobody: %s', (text) => {
    expect(understand({ text }).needsHuman).toBe(false);
  });

  it('a complaint pasted over and over is no graver than said once', () => {
    const text = '这个水壶从第一天起就有问题，我一次一次打电话都没有人理我。😤'.repeat(260);
    expect(understand({ text })).toMatchObject({ intent: 'complaint', needsHuman: false });
  });

  it('a leaning of the model goes on record and alarms nobody', () => {
    const readings = [
      'The wax was so hot I yelped',
      '面里好像有点怪味，吃完肚子咕咕叫',
      '電梯晃了好大一下',
    ].map((text) => understand({ text }));
    for (const { hint, needsHuman, severity } of readings) {
      if (hint) expect({ needsHuman, severity }).toEqual({ needsHuman: false, severity: 'safety' });
    }
    expect(readings.some(({ hint }) => hint)).toBe(true);
  });
});
