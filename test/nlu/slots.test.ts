import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
/** A Wednesday afternoon in March. */
const at = '2026-03-11T15:04:00+08:00';
const slots = (text: string, turns?: string[]) =>
  understanding.understand({ text, at, ...(turns === undefined ? {} : { turns }) });

describe('when', () => {
  it.each([
    ['昨天下午去的', '昨天下午', '2026-03-10T12:00:00+08:00', '2026-03-10T18:00:00+08:00'],
    ['大前天买的', '大前天', '2026-03-08T00:00:00+08:00', '2026-03-09T00:00:00+08:00'],
    ['两个星期前下的单', '两个星期前', '2026-02-25T00:00:00+08:00', '2026-02-26T00:00:00+08:00'],
    ['去年中秋那天', '去年中秋那天', '2025-10-06T00:00:00+08:00', '2025-10-07T00:00:00+08:00'],
    ['除夕晚上停电', '除夕晚上', '2026-02-16T18:00:00+08:00', '2026-02-17T00:00:00+08:00'],
    ['昨晚两点还在吵', '昨晚两点', '2026-03-11T02:00:00+08:00', '2026-03-11T02:00:00+08:00'],
    ['今天凌晨一点到三点', '今天凌晨一点到三点', '2026-03-11T01:00:00+08:00', '2026-03-11T03:00:00+08:00'],
    ['上周三中午', '上周三中午', '2026-03-04T11:00:00+08:00', '2026-03-04T13:00:00+08:00'],
    ['上个月', '上个月', '2026-02-01T00:00:00+08:00', '2026-03-01T00:00:00+08:00'],
    ['一个半小时前', '一个半小时前', '2026-03-11T13:34:00+08:00', '2026-03-11T13:34:00+08:00'],
    ['12月3号买的', '12月3号', '2025-12-03T00:00:00+08:00', '2025-12-04T00:00:00+08:00'],
    ['half an hour ago', 'half an hour ago', '2026-03-11T14:34:00+08:00', '2026-03-11T14:34:00+08:00'],
    [
      'It was last Friday at 7pm.',
      'last Friday at 7pm',
      '2026-03-06T19:00:00+08:00',
      '2026-03-06T19:00:00+08:00',
    ],
    ['two weeks ago', 'two weeks ago', '2026-02-25T00:00:00+08:00', '2026-02-26T00:00:00+08:00'],
    ['on Black Friday', 'Black Friday', '2025-11-28T00:00:00+08:00', '2025-11-29T00:00:00+08:00'],
  ])('%s', (text, span, from, to) => {
    const { when } = slots(text).slots;
    expect(when).toEqual({ text: span, from, to });
  });

  it('is absent where nothing was said', () => {
    expect(slots('菜有一点咸').slots.when).toBeUndefined();
    expect(slots('The food was cold').slots.when).toBeUndefined();
  });
});

describe('amount', () => {
  it.each([
    ['多收了四十五块', 45, 'CNY'],
    ['花了45.9元', 45.9, 'CNY'],
    ['九十九块九', 99.9, 'CNY'],
    ['一千二百块', 1200, 'CNY'],
    ['一万二千元', 12000, 'CNY'],
    ['付了NT$1,200', 1200, 'TWD'],
    ['多收我兩百塊錢欸', 200, 'TWD'],
    ['I paid $45.90', 45.9, 'USD'],
    ['twenty quid', 20, 'GBP'],
  ])('%s', (text, value, currency) => {
    expect(slots(text).slots.amount).toMatchObject({ value, currency });
  });
});

describe('numbers and names', () => {
  it('phone and order number are told apart', () => {
    const found = slots('订单号是 JD88320176，电话 13800138000').slots;
    expect(found.order).toBe('JD88320176');
    expect(found.phone).toBe('13800138000');
  });

  it.each([
    ['在你们徐汇店二楼买的', '徐汇店二楼'],
    ['你们徐汇店二楼的厕所', '徐汇店二楼的厕所'],
    ['在深圳北站候车厅等', '深圳北站候车厅'],
    ['at the Soho branch', 'Soho branch'],
  ])('where: %s', (text, where) => {
    expect(slots(text).slots.where).toBe(where);
  });

  it.each([
    ['孙师傅修的', '孙师傅'],
    ['那个戴眼镜的服务员', '戴眼镜的服务员'],
    ['工号 8021 那位', '8021'],
    ['a waiter called Tom', 'waiter called Tom'],
  ])('who: %s', (text, who) => {
    expect(slots(text).slots.who).toBe(who);
  });

  it.each([
    ['我要退款', 'refund'],
    ['不用道歉，退款就行', 'refund'],
    ['不要退款，给我换一个', 'exchange'],
    ['I want an apology, not a refund', 'apology'],
    ['给个说法', 'explanation'],
  ])('remedy: %s', (text, remedy) => {
    expect(slots(text).slots.remedy).toBe(remedy);
  });
});

describe('corrections', () => {
  it('不是昨天，是前天', () => {
    const reading = slots('不是昨天，是前天', ['昨天在徐汇店买的水壶坏了']);
    expect(reading.slots.when?.text).toBe('前天');
    expect(reading.corrects).toEqual(['when']);
  });

  it('a marker and another value correct what was said before', () => {
    const reading = slots('说错了，订单号是 JD88320177', ['订单号是 JD88320176']);
    expect(reading.corrects).toEqual(['order']);
  });

  it('what a text takes back itself is corrected, whatever was said before', () => {
    expect(slots('不是微波炉，是电饭煲')).toMatchObject({ slots: { what: '电饭煲' }, corrects: ['what'] });
  });

  it('a first mention corrects nothing', () => {
    expect(slots('昨天在徐汇店').corrects).toEqual([]);
  });
});

describe('personal data', () => {
  it('is found for masking', () => {
    const { personal } = slots(
      '身份证 11010519491231002X，卡号 4111 1111 1111 1111，邮箱 li@example.com，电话 13800138000',
    );
    expect(personal?.map((span) => span.kind).sort()).toEqual(['card', 'email', 'id', 'phone']);
  });

  it('so is an identity number of Taiwan', () => {
    expect(slots('我的身分證字號是 A123456789').personal).toEqual([{ kind: 'id', text: 'A123456789' }]);
  });

  it.each(['客服热线400-820-8820一直打不通', 'I rang 0800 123 4567 and nobody answered'])(
    "a shop's own line is none: %s",
    (text) => {
      expect(slots(text).personal).toBeUndefined();
    },
  );

  it('an order number is none', () => {
    expect(slots('订单号 20260309-7781').personal).toBeUndefined();
  });
});
