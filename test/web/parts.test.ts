/** The page's own rules, without a browser: cutting long texts, what a card leaves of a text, languages, the thread. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyCard } from '../../src/ports/cards.ts';
import { localeOf, textIn } from '../../src/web/base/locale.ts';
import { besideCard } from '../../src/web/chat/besideCard.ts';
import { fileTrouble, inParts } from '../../src/web/chat/limits.ts';
import { type Message, messageOf } from '../../src/web/chat/message.ts';
import { standingOf } from '../../src/web/chat/standing.ts';
import { entriesOf, withMessage } from '../../src/web/chat/thread.ts';

describe('a very long text', () => {
  it('goes out in parts that are short enough and together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), fc.nat(60), (text, more) => {
        const limit = 20 + more;
        const parts = inParts(text, limit);
        expect(parts.every((part) => part.length <= limit)).toBe(true);
        const squeezed = (words: string) => words.replace(/\s+/g, '');
        expect(squeezed(parts.join(''))).toBe(squeezed(text));
        expect(parts.every((part) => part.isWellFormed())).toBe(text.isWellFormed());
      }),
    );
  });

  it('is cut where one would pause', () => {
    expect(inParts('第一句说完了。第二句也说完了。第三句。', 16)).toEqual([
      '第一句说完了。第二句也说完了。',
      '第三句。',
    ]);
  });
});

describe('a card beside a text', () => {
  const receipt: AnyCard = {
    kind: 'receipt',
    data: { number: 'C1', fields: [{ field: 'where', label: '地点', text: '朝阳店' }] },
  };
  it('leaves of the text what it does not show itself', () => {
    expect(besideCard('您看对不对：\n地点：朝阳店\n编号 C1。', receipt)).toBe('您看对不对：\n编号 C1。');
    expect(besideCard('地点：朝阳店', undefined)).toBe('地点：朝阳店');
  });
});

describe('a language tag', () => {
  it('finds the language that we speak', () => {
    const tags = ['zh', 'zh-CN', 'zh-Hans-HK', 'zh-TW', 'zh-Hant', 'zh-HK', 'en-GB', 'fr'];
    expect(tags.map(localeOf)).toEqual([
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'zh-TW',
      'zh-TW',
      'zh-TW',
      'en',
      undefined,
    ]);
  });
  it('fills the placeholders of a text and shows the key of one that is missing', () => {
    const t = textIn<'a.b' | 'a.c'>({ a: { b: ['{name} writes to {name}'] } });
    expect(t('a.b', { name: 'Lin' })).toBe('Lin writes to Lin');
    expect(t('a.c')).toBe('a.c');
  });
});

describe('a file', () => {
  it('is taken, or refused for a reason', () => {
    const kinds = [
      { name: 'a.png', size: 10, type: 'image/png' },
      { name: 'a.DOCX', size: 10, type: '' },
      { name: 'a.exe', size: 10, type: 'application/x-msdownload' },
      { name: 'a.png', size: 0, type: 'image/png' },
      { name: 'a.png', size: 99_000_000, type: 'image/png' },
    ];
    expect(kinds.map(fileTrouble)).toEqual([undefined, undefined, 'type', 'empty', 'big']);
  });
});

const wire = (id: string, more: object = {}): Message => {
  const message = messageOf(
    { type: 'message', id, timestamp: `2026-11-22T10:00:0${id}.000Z`, ...more },
    'me',
  );
  if (!message) throw new Error('not a message');
  return message;
};
const mine = (id: string, clientId: string) =>
  wire(id, { from: { id: 'me' }, text: clientId, channelData: { clientActivityID: clientId } });

describe('the thread', () => {
  it('shows a line once while it is on its way, and as sent only when both halves are done', () => {
    const line = { clientId: 'a', text: 'a', at: '2026-11-22T10:00:00.000Z', attempts: 0 };
    const deliveryOf = (messages: readonly Message[], state?: 'waiting' | 'sending' | 'posted') =>
      entriesOf(messages, state ? [{ ...line, state }] : []).map(({ delivery }) => delivery);
    expect(deliveryOf([], 'waiting')).toEqual(['waiting']);
    expect(deliveryOf([], 'posted')).toEqual(['sending']);
    expect(deliveryOf([mine('1', 'a')], 'sending')).toEqual(['sending']);
    expect(deliveryOf([mine('1', 'a')])).toEqual(['sent']);
  });

  it('doubles nothing that is replayed', () => {
    const once = withMessage([], wire('1'));
    expect(withMessage(once, wire('1'))).toBe(once);
  });
});

describe('where things stand', () => {
  const card = (id: string, kind: string, data: object) =>
    wire(id, { channelData: { calmdesk: { card: { kind, data } } } });

  it('lets only the newest card of a kind be answered, each answer belonging to the card before it', () => {
    const messages = [
      card('1', 'remedies', { options: [] }),
      wire('2', { from: { id: 'me' }, value: { action: 'refuse' } }),
      card('3', 'remedies', { options: [] }),
      wire('4', { from: { id: 'me' }, value: { action: 'choose', offerId: 'x' } }),
    ];
    const { open, answers } = standingOf(messages);
    expect([...open]).toEqual(['3']);
    expect(answers.get('1')).toEqual([{ action: 'refuse' }]);
    expect(answers.get('3')).toEqual([{ action: 'choose', offerId: 'x' }]);
  });

  it('offers quick replies only to what was said last', () => {
    const asked = wire('1', { suggestedActions: { actions: [{ title: 'Skip', value: 'Skip' }] } });
    expect(standingOf([asked]).quickReplies).toEqual([{ title: 'Skip', text: 'Skip' }]);
    expect(standingOf([asked, mine('2', 'a')]).quickReplies).toEqual([]);
  });

  it('leaves a card out that it cannot draw, and keeps the text', () => {
    const odd = card('1', 'receipt', { number: 'C1' });
    expect(odd.card).toBeUndefined();
  });
});
