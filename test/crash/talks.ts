/** What the customers of the crash test say: whole journeys, each always the same, so that every run must end the same. */

import type { Locale } from '../../src/domain/reading.ts';
import type { CardAnswer } from '../../src/ports/cards.ts';

/** What the page sends: words, or a button with its structured answer. */
export interface Said {
  readonly text: string;
  readonly value?: CardAnswer;
}

/** Offers that the customer has last been shown, best first. */
export type Offered = readonly string[];

export interface Talk {
  readonly name: string;
  readonly locale: Locale;
  /** Everything at once, without waiting for an answer: the order is the server's then. */
  readonly hurried?: true;
  /** What an agent, who then takes the case, writes before settling it. */
  readonly desk?: readonly string[];
  readonly steps: readonly ((offered: Offered) => Said)[];
}

const says = (text: string) => (): Said => ({ text });
const presses = (text: string, value: CardAnswer) => (): Said => ({ text, value });
const chooses =
  (text: string) =>
  ([offerId]: Offered): Said =>
    offerId === undefined ? { text } : { text, value: { action: 'choose', offerId } };

export const TALKS: readonly Talk[] = [
  {
    name: 'everything at once',
    locale: 'zh-CN',
    hurried: true,
    steps: [says('气死我了'), says('订单 4471-22 的水壶坏了'), says('你们到底管不管'), says('我要退款')],
  },
  {
    name: 'a broken kettle, corrected, exchanged',
    locale: 'zh-CN',
    steps: [
      says('你们的水壶用两天就坏了！！太气人了'),
      says('昨天晚上在家烧水，突然就不加热了'),
      says('你接着问吧'),
      says('订单 4471-22，手机 13800138000'),
      says('就我自己在家'),
      says('我要换一个新的'),
      says('不是昨天，是前天'),
      presses('没错', { action: 'confirm' }),
      chooses('换货'),
      says('谢谢'),
    ],
  },
  {
    name: 'a person from the first word, then more to say',
    locale: 'zh-TW',
    desk: ['您好，我看過紀錄了，真的很抱歉。', '店長今天會親自跟您道歉。'],
    steps: [says('我要找真人客服'), says('店員態度真的很差'), says('昨天下午在信義店'), says('謝謝')],
  },
  {
    name: 'rude service, none of the remedies will do',
    locale: 'en',
    steps: [
      says('Your waiter ignored us for forty minutes while I was hosting partners. Shameful!'),
      says('Last night at the riverside restaurant'),
      says('Go on, ask'),
      says('I do not know his name'),
      says('skip'),
      says('I want an apology'),
      presses('That is right', { action: 'confirm' }),
      presses('None of these', { action: 'refuse' }),
      says('No, none of that helps'),
      says('I want to talk to a person'),
    ],
  },
  {
    name: 'injury at once',
    locale: 'zh-CN',
    steps: [
      says('你们店里地上全是水，我孩子滑倒受伤了！'),
      says('孩子头磕破了，在医院'),
      says('今天上午，人民路店'),
    ],
  },
  {
    name: 'praise, a question, the state of nothing, a suggestion',
    locale: 'en',
    steps: [
      says('I want to praise Anna at the counter, she was wonderful'),
      says('What are your opening hours?'),
      says('Where is my complaint?'),
      says('I suggest you put a bench near the door'),
      says('bye'),
    ],
  },
  {
    name: 'withdrawn in the middle',
    locale: 'zh-CN',
    steps: [
      says('排队排了一个小时，没人管'),
      says('收银台只开一个'),
      says('算了，不投诉了'),
      says('是的，取消'),
    ],
  },
];
