/** A case in the words of the trade: who holds it, who answers for it, what is settled, and what opens it again. */
import { describe, expect, it } from 'vitest';
import { anonymousCase } from '../../src/domain/anonymousCase.ts';
import { nextDeadline } from '../../src/domain/deadline.ts';
import { queueOrder } from '../../src/domain/queueOrder.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { defaultPolicy } from '../policy/defaultPolicy.ts';
import { ASKED, answered, BOT, CHEN, CUSTOMER, HEARD, LI, opened, START, WANG } from './cases.ts';
import { tick } from './tick.ts';

const policy = defaultPolicy();
const refusal = (result: unknown) => (isRefusal(result) ? result.refused : 'done');

describe('opening', () => {
  it('writes down who received it, when, and that the customer got an answer at once', () => {
    const { case: current } = opened(policy);
    expect(current).toMatchObject({
      status: 'with-bot',
      holder: { kind: 'bot' },
      owner: { kind: 'bot' },
      receivedBy: { kind: 'bot' },
      receivedAt: START,
      firstAnsweredAt: START,
      tension: { start: 0.9, peak: 0.9, now: 0.9 },
    });
    expect(current.personAnsweredAt).toBeUndefined();
  });

  it('by a colleague on the phone is answered at once and is theirs; a letter still waits for an answer', () => {
    const phone = opened(policy, { channel: 'phone' }, LI).case;
    expect(phone).toMatchObject({
      status: 'with-agent',
      owner: { id: 'li' },
      handledBy: { id: 'li' },
      firstAnsweredAt: START,
    });
    expect(opened(policy, { channel: 'letter' }, LI).case.firstAnsweredAt).toBeUndefined();
  });

  it('is refused while another case is open, with its number', () => {
    const played = opened(policy);
    expect(played.try(BOT, { ...ASKED, type: 'openCase' } as never)).toEqual({
      refused: 'case-exists',
      details: { number: 'C4821-7306' },
    });
  });
});

describe('one speaker at a time', () => {
  it('who asks for a person is queued with a promise of a first answer', () => {
    const played = opened(policy);
    const current = played.do(BOT, ASKED);
    expect(current).toMatchObject({
      status: 'queued',
      holder: { kind: 'queue' },
      waitingSince: START,
      humanReason: 'asked',
    });
    expect(current.promises).toMatchObject([
      { kind: 'first-answer', state: 'open', dueAt: '2026-11-23T02:30:00.000Z' },
    ]);
    expect(current.tension.handOver).toBe(0.9);
  });

  it('asking again changes nothing but a graver reason', () => {
    const played = opened(policy);
    const before = played.do(BOT, ASKED);
    expect(played.try(BOT, ASKED)).toEqual([]);
    const after = played.do(BOT, { ...ASKED, type: 'requestHuman', reason: 'safety', told: '' });
    expect(after).toMatchObject({ humanReason: 'safety', epoch: before.epoch });
    expect(after.promises).toHaveLength(1);
  });

  it('exactly one of a hundred agents gets the case, the others hear who was faster', () => {
    const played = opened(policy);
    played.do(BOT, ASKED);
    const agents = Array.from({ length: 100 }, (_, n) => ({ ...LI, id: `a${n}`, name: `客服${n}` }));
    const results = agents.map((by) => played.try(by, { type: 'takeCase', by }));
    expect(results.filter((result) => !isRefusal(result))).toHaveLength(1);
    expect(results.filter(isRefusal)).toEqual(
      Array.from({ length: 99 }, () => ({ refused: 'already-taken', details: { name: '客服0' } })),
    );
    expect(played.case.holder).toMatchObject({ id: 'a0' });
  });

  it('a reply written before the case changed hands is refused', () => {
    const played = answered(policy);
    const { epoch } = played.case;
    played.do(LI, { type: 'transferCase', by: LI, to: { kind: 'agent', id: 'wang', name: '王芳' } });
    expect(refusal(played.try(LI, { type: 'replyAsAgent', by: LI, epoch }))).toBe('not-holder');
    expect(refusal(played.try(WANG, { type: 'replyAsAgent', by: WANG, epoch }))).toBe('stale-epoch');
    played.do(WANG, { type: 'replyAsAgent', by: WANG, epoch: played.case.epoch });
  });

  it('the first person stays answerable, whoever does the work', () => {
    const played = answered(policy);
    played.do(LI, { type: 'transferCase', by: LI, to: { kind: 'agent', id: 'wang', name: '王芳' } });
    expect(played.case).toMatchObject({ owner: { id: 'li' }, handledBy: { id: 'wang' } });
    expect(refusal(played.try(LI, { type: 'returnToBot', by: LI }))).toBe('not-holder');
    expect(played.do(CHEN, { type: 'returnToBot', by: CHEN })).toMatchObject({
      status: 'with-bot',
      owner: { id: 'li' },
    });
  });

  it('a supervisor gives a waiting case to a colleague', () => {
    const played = opened(policy);
    played.do(BOT, ASKED);
    const to = { kind: 'agent', id: 'wang', name: '王芳' } as const;
    expect(refusal(played.try(LI, { type: 'transferCase', by: LI, to }))).toBe('not-holder');
    expect(played.do(CHEN, { type: 'transferCase', by: CHEN, to })).toMatchObject({
      status: 'with-agent',
      owner: to,
    });
  });
});

describe('putting it right', () => {
  const offer = (amount: number) => ({
    type: 'proposeRemedy' as const,
    offers: [{ id: 'o1', remedy: { kind: 'gift' as const, amount } }],
  });

  it('above the limit it waits for somebody else above', () => {
    const played = answered(policy);
    expect(played.do(LI, offer(800)).offers).toMatchObject([
      { state: 'proposed', remedy: { currency: 'CNY' } },
    ]);
    const approve = { type: 'approveRemedy' as const, offerId: 'o1', approved: true, reason: '老顾客' };
    expect(
      refusal(played.try(BOT, { type: 'answerRemedy', offerId: 'o1', accepted: true, words: '好' })),
    ).toBe('not-holder');
    expect(
      refusal(played.try(LI, { type: 'answerRemedy', offerId: 'o1', accepted: true, words: '好' })),
    ).toBe('needs-approval');
    expect(refusal(played.try(WANG, approve))).toBe('not-allowed');
    expect(refusal(played.try(LI, approve))).toBe('own-approval');
    played.do(CHEN, approve);
    expect(played.case.offers).toMatchObject([
      { state: 'offered', decidedBy: { id: 'chen' }, reason: '老顾客' },
    ]);
  });

  it('a key customer has a higher limit than a new one', () => {
    const key = answered(policy);
    key.do(LI, { type: 'judgeCase', tier: 'key' });
    expect(key.do(LI, offer(800)).offers[0]?.state).toBe('offered');
  });

  it('the bot offers nothing above its limit, nothing in a grave case, no money to one who tries it on', () => {
    expect(refusal(opened(policy).try(BOT, offer(300)))).toBe('over-limit');
    const grave = opened(policy);
    grave.do(BOT, { type: 'judgeCase', severity: 'media' });
    expect(refusal(grave.try(BOT, offer(0)))).toBe('not-allowed');
    const sly = opened(policy);
    sly.do(BOT, { type: 'judgeCase', stance: 'opportunist' });
    expect(refusal(sly.try(BOT, offer(20)))).toBe('not-allowed');
  });

  it('a refund without an amount costs what was paid', () => {
    const played = answered(policy);
    const refund = (id: string) => ({
      type: 'proposeRemedy' as const,
      offers: [{ id, remedy: { kind: 'refund' as const } }],
    });
    played.do(LI, { type: 'noteFacts', facts: { amount: { text: '4999元', value: 4999, currency: 'CNY' } } });
    expect(played.do(LI, refund('dear')).offers[0]?.state).toBe('proposed');
    played.do(LI, { type: 'noteFacts', facts: { amount: { text: '49元', value: 49, currency: 'CNY' } } });
    expect(played.do(LI, refund('cheap')).offers[1]?.state).toBe('offered');
  });

  it('refuses an amount below nothing, another currency and a remedy that the shop never gives', () => {
    const played = answered({ ...policy, neverOffer: ['points'] });
    const remedies = [
      { kind: 'gift', amount: -1 },
      { kind: 'gift', amount: Number.NaN },
      { kind: 'gift', amount: 1, currency: 'USD' },
      { kind: 'points' },
      { kind: 'discount', percent: 101 },
    ] as const;
    for (const remedy of remedies) {
      expect(refusal(played.try(LI, { type: 'proposeRemedy', offers: [{ id: 'x', remedy }] }))).toBe(
        'not-allowed',
      );
    }
  });

  it('what the customer proposes instead waits for a person, who may grant it within their limit', () => {
    const played = answered(policy);
    played.do(CUSTOMER, offer(200));
    expect(played.case.offers[0]).toMatchObject({ state: 'proposed', by: CUSTOMER });
    expect(
      refusal(played.try(WANG, { type: 'approveRemedy', offerId: 'o1', approved: true, reason: '' })),
    ).toBe('not-allowed');
    played.do(LI, { type: 'approveRemedy', offerId: 'o1', approved: true, reason: '合理' });
    expect(
      played.do(LI, { type: 'answerRemedy', offerId: 'o1', accepted: true, words: '行', told: '两天内寄出' })
        .status,
    ).toBe('settling');
  });

  it('an agreement makes a task for the department and a promise; done, the case is settled', () => {
    const played = opened(policy);
    played.do(
      BOT,
      { type: 'judgeCase', cause: { group: 'product', sub: 'quality' } },
      {
        type: 'proposeRemedy',
        offers: [
          { id: 'a', remedy: { kind: 'exchange' } },
          { id: 'b', remedy: { kind: 'talk' } },
        ],
      },
      { type: 'answerRemedy', offerId: 'a', accepted: true, words: '那就换一个吧', told: '后天前换好' },
    );
    expect(played.case).toMatchObject({
      status: 'settling',
      agreement: { offerId: 'a', words: '那就换一个吧' },
      tasks: [{ department: 'after-sales' }],
      promises: [{ kind: 'remedy', told: '后天前换好', state: 'open' }],
      offers: [{ state: 'accepted' }, { state: 'withdrawn' }],
    });
    expect(played.case.promises[0]?.dueAt).toBe(played.case.tasks[0]?.dueAt);
    const [task] = played.case.tasks;
    expect(refusal(played.try(BOT, { type: 'resolveCase', result: '' }))).toBe('task-open');
    played.wait(60).do(WANG, { type: 'completeTask', taskId: task?.id ?? '' });
    expect(played.case).toMatchObject({
      status: 'resolved',
      holder: { kind: 'bot' },
      promises: [{ state: 'kept' }],
      result: 'agreement-carried-out',
    });
  });
});

describe('promises', () => {
  it('one that was told about in time is renewed, one that was not stays broken', () => {
    const renewal = {
      type: 'renewPromise' as const,
      newPromiseId: 'p2',
      dueAt: '2026-11-24T02:00:00.000Z',
      told: '明天10:00前',
    };
    const inTime = opened(policy);
    inTime.do(BOT, ASKED);
    const promiseId = inTime.case.promises[0]?.id ?? '';
    inTime.wait(20).do(BOT, { ...renewal, promiseId });
    expect(inTime.case.promises).toMatchObject([
      { state: 'renewed', renewedBy: 'p2' },
      { state: 'open', told: '明天10:00前' },
    ]);
    const late = opened(policy);
    late.do(BOT, ASKED);
    late.wait(31).do(BOT, { ...renewal, promiseId });
    expect(late.case.promises).toMatchObject([{ state: 'broken', missedAt: late.now }, { state: 'open' }]);
    expect(late.case.promises[1]?.missedAt).toBeUndefined();
  });

  it('cannot be made for a time that has passed', () => {
    const made = {
      type: 'makePromise' as const,
      promiseId: 'p',
      kind: 'callback' as const,
      dueAt: START,
      told: '',
    };
    expect(refusal(opened(policy).try(BOT, made))).toBe('promise-in-past');
  });

  it('the customer hears a quarter of an hour before the due time', () => {
    const played = opened(policy);
    expect(played.do(BOT, ASKED).deadline).toMatchObject({
      kind: 'promise',
      dueAt: '2026-11-23T02:15:00.000Z',
    });
  });

  it('can be kept by the owner though a colleague holds the case, by nobody else', () => {
    const played = answered(policy);
    played.do(LI, {
      type: 'makePromise',
      promiseId: 'p',
      kind: 'callback',
      dueAt: '2026-11-23T08:00:00.000Z',
      told: '下午四点前',
    });
    played.do(LI, { type: 'transferCase', by: LI, to: { kind: 'agent', id: 'x', name: '小许' } });
    expect(refusal(played.try(WANG, { type: 'keepPromise', promiseId: 'p' }))).toBe('not-holder');
    expect(played.do(LI, { type: 'keepPromise', promiseId: 'p' }).promises.at(-1)?.state).toBe('kept');
  });
});

describe('waiting for the customer', () => {
  const paused = () => {
    const played = answered(policy);
    played.do(LI, {
      type: 'makePromise',
      promiseId: 'p',
      kind: 'answer',
      dueAt: '2026-11-23T08:00:00.000Z',
      told: '今天16:00前',
    });
    played.do(LI, { type: 'replyAsAgent', by: LI, epoch: played.case.epoch, awaitsCustomer: true });
    return played;
  };

  it('stops the clock; the customer is reminded once, and silence then ends the case', () => {
    const played = paused();
    expect(played.case).toMatchObject({ awaitingCustomerSince: START, deadline: { kind: 'silence' } });
    played.wait(30);
    expect(tick(played)?.kind).toBe('remind-customer');
    expect(played.case.deadline?.kind).toBe('silence');
    played.wait(12 * 60);
    expect(tick(played)?.kind).toBe('close');
    expect(played.case).toMatchObject({ status: 'closed', closeReason: 'no-answer' });
  });

  it('silence does not end a case in which we still owe something that was agreed', () => {
    const played = answered(policy);
    played.do(LI, { type: 'proposeRemedy', offers: [{ id: 'o', remedy: { kind: 'exchange' } }] });
    played.do(LI, { type: 'answerRemedy', offerId: 'o', accepted: true, words: '好', told: '' });
    played.do(LI, { type: 'replyAsAgent', by: LI, epoch: played.case.epoch, awaitsCustomer: true });
    played.wait(30);
    tick(played);
    played.wait(12 * 60);
    expect(tick(played)?.kind).toBe('nudge-owner');
    expect(played.case).toMatchObject({ status: 'settling', holder: { id: 'li' } });
  });

  it('moves due times by the working time that was waited, not by the night', () => {
    const played = paused().wait(24 * 60);
    played.do(CUSTOMER, HEARD);
    // Waited from Monday 10:00 to Tuesday 10:00: twelve working hours, so Monday 16:00 becomes Tuesday 16:00.
    expect(played.case.promises.at(-1)).toMatchObject({ state: 'open', dueAt: '2026-11-24T08:00:00.000Z' });
    expect(played.case.awaitingCustomerSince).toBeUndefined();
    expect(played.case.deadline).toMatchObject({ kind: 'promise', promiseId: 'p' });
  });

  it('a promise kept while we wait was not missed', () => {
    const played = paused().wait(24 * 60);
    expect(played.do(LI, { type: 'keepPromise', promiseId: 'p' }).promises.at(-1)?.state).toBe('kept');
  });

  it('does not make good again what was late before', () => {
    const played = answered(policy);
    played.do(LI, {
      type: 'makePromise',
      promiseId: 'p',
      kind: 'answer',
      dueAt: '2026-11-23T02:10:00.000Z',
      told: '',
    });
    played.wait(20).do(LI, { type: 'replyAsAgent', by: LI, epoch: played.case.epoch, awaitsCustomer: true });
    played.wait(60).do(CUSTOMER, HEARD);
    expect(played.do(LI, { type: 'keepPromise', promiseId: 'p' }).promises.at(-1)).toMatchObject({
      state: 'broken',
      dueAt: '2026-11-23T02:10:00.000Z',
    });
  });

  it('a customer who was reminded and never answers lets the case be closed', () => {
    const played = paused();
    const close = { type: 'closeCase', reason: 'no-answer' } as const;
    expect(refusal(played.try(LI, close))).toBe('promise-open');
    played.wait(30);
    tick(played);
    expect(played.do(LI, close)).toMatchObject({ status: 'closed' });
    expect(played.case.promises.at(-1)?.state).toBe('released');
  });
});

describe('after it is settled', () => {
  const settled = () => {
    const played = answered(policy);
    played.do(LI, { type: 'resolveCase', result: '已换新' });
    return played;
  };

  it('the customer is asked once, reminded once, and then the case is closed', () => {
    const played = settled();
    const seen: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      played.now = played.case.deadline?.dueAt ?? '';
      seen.push(tick(played)?.kind);
    }
    expect(seen).toEqual(['ask-satisfaction', 'remind-satisfaction', 'close']);
    expect(played.case).toMatchObject({ status: 'closed', closeReason: 'no-answer' });
    expect(played.case.deadline).toBeUndefined();
  });

  it('talking on puts the reminder off but earns no second one', () => {
    const played = settled();
    played.now = played.case.deadline?.dueAt ?? '';
    tick(played);
    played.wait(23 * 60).do(CUSTOMER, HEARD);
    expect(nextDeadline(played.case, played.now, policy)?.dueAt).toBe(played.case.deadline?.dueAt);
    played.now = played.case.deadline?.dueAt ?? '';
    expect(tick(played)?.kind).toBe('remind-satisfaction');
    played.wait(60).do(CUSTOMER, HEARD);
    expect(played.case.deadline?.kind).toBe('close');
  });

  it('1 or 2 opens it again with the same owner and a new promise', () => {
    const played = settled();
    const current = played.do(BOT, { type: 'rateCase', score: 2, words: '还是坏的', told: '今天内回复您' });
    expect(current).toMatchObject({
      status: 'with-agent',
      holder: { id: 'li' },
      reopened: 1,
      humanReason: 'dissatisfied',
      satisfaction: { score: 2, words: '还是坏的' },
    });
    expect(current.settledAt).toBeUndefined();
    expect(current.promises.at(-1)).toMatchObject({
      state: 'open',
      told: '今天内回复您',
      owner: { id: 'li' },
    });
  });

  it('a case that only the bot had goes to the queue when it opens again', () => {
    const played = opened(policy);
    played.do(BOT, { type: 'resolveCase', result: '' });
    expect(played.do(BOT, { type: 'rateCase', score: 1 })).toMatchObject({
      status: 'queued',
      holder: { kind: 'queue' },
    });
  });

  it('who asks for a person then gets one: it opens again', () => {
    expect(settled().do(BOT, ASKED)).toMatchObject({
      status: 'with-agent',
      holder: { id: 'li' },
      reopened: 1,
    });
  });

  it('3 and more closes it', () => {
    expect(settled().do(BOT, { type: 'rateCase', score: 3 })).toMatchObject({
      status: 'closed',
      closeReason: 'satisfied',
    });
    for (const score of [0, 6, 2.5, Number.NaN]) {
      expect(refusal(settled().try(BOT, { type: 'rateCase', score }))).toBe('score-invalid');
    }
  });

  it('one that was erased never opens again', () => {
    const played = settled();
    played.do(CUSTOMER, { type: 'closeCase', reason: 'erased' });
    expect(refusal(played.try(LI, { type: 'reopenCase', told: '' }))).toBe('case-closed');
  });
});

describe('closing', () => {
  it('is refused while something is owed, unless the customer withdraws', () => {
    const played = opened(policy);
    played.do(BOT, ASKED);
    expect(refusal(played.try(CHEN, { type: 'closeCase', reason: 'no-answer' }))).toBe('promise-open');
    expect(refusal(played.try(CHEN, { type: 'resolveCase', result: '' }))).toBe('promise-open');
    expect(played.do(CUSTOMER, { type: 'closeCase', reason: 'cancelled' })).toMatchObject({
      status: 'closed',
      promises: [{ state: 'released' }],
    });
  });
});

describe('judging', () => {
  it('the bot may find a case graver, only a person harmless again', () => {
    const played = opened(policy);
    played.do(BOT, { type: 'judgeCase', severity: 'safety' }, { type: 'judgeCase', severity: 'normal' });
    expect(played.case.severity).toBe('safety');
    expect(played.do(LI, { type: 'judgeCase', severity: 'normal' }).severity).toBe('normal');
  });

  it('keeps what a person corrects as training material', () => {
    const played = opened(policy);
    played.do(BOT, { type: 'judgeCase', cause: { group: 'service', sub: 'attitude' } });
    played.do(LI, { type: 'correctCause', by: LI, cause: { group: 'product', sub: 'quality' } });
    expect(played.case.corrections).toEqual([
      {
        at: START,
        by: { id: 'li', name: '小李' },
        from: { group: 'service', sub: 'attitude' },
        to: { group: 'product', sub: 'quality' },
      },
    ]);
  });

  it('what a person put right the bot leaves, and the customer may change', () => {
    const played = opened(policy);
    const waiting = { group: 'service', sub: 'waiting' } as const;
    played.do(BOT, {
      type: 'judgeCase',
      cause: { group: 'service', sub: 'attitude' },
      otherCauses: [waiting],
    });
    const corrected = played.do(LI, { type: 'correctCause', by: LI, cause: waiting });
    expect(corrected).toMatchObject({ cause: waiting, otherCauses: [] });
    expect(played.try(BOT, { type: 'judgeCase', cause: { group: 'product' } })).toEqual([]);
    expect(played.do(CUSTOMER, { type: 'judgeCase', cause: { group: 'product' } }).cause).toEqual({
      group: 'product',
    });
  });

  it('a second correction of what has changed meanwhile is refused, the same one is no second one', () => {
    const played = opened(policy);
    const [waiting, skill] = [
      { group: 'service', sub: 'waiting' },
      { group: 'service', sub: 'skill' },
    ] as const;
    played.do(LI, { type: 'correctCause', by: LI, cause: waiting, seen: null });
    const late = { type: 'correctCause', by: WANG, cause: skill, seen: null } as const;
    expect(played.try(WANG, late)).toEqual({ refused: 'cause-changed' });
    expect(played.try(WANG, { ...late, cause: waiting })).toEqual([]);
    expect(played.do(WANG, { ...late, seen: waiting }).corrections).toHaveLength(2);
  });

  it('a case in somebody’s hands is theirs to put right, one that is closed anybody’s', () => {
    const played = opened(policy);
    const cause = { group: 'service', sub: 'waiting' } as const;
    played.do(LI, { type: 'takeCase', by: LI });
    expect(played.try(WANG, { type: 'correctCause', by: WANG, cause })).toEqual({ refused: 'not-holder' });
    expect(played.do(CHEN, { type: 'correctCause', by: CHEN, cause }).cause).toEqual(cause);
    const closed = opened(policy);
    closed.do(CUSTOMER, { type: 'closeCase', reason: 'by-customer' });
    expect(closed.do(WANG, { type: 'correctCause', by: WANG, cause })).toMatchObject({
      status: 'closed',
      cause,
    });
    expect(closed.case.deadline).toBeUndefined();
  });

  it('keeps how surely the cause was found and which words made the peak of the tension', () => {
    const played = opened(policy);
    const found = { cause: { group: 'product', sub: 'quality' }, confidence: 0.7, lineId: 'l1' } as const;
    const heard = { type: 'hearCustomer', emotion: 'angry', trend: 'escalating' } as const;
    played.do(BOT, { type: 'judgeCase', cause: found.cause, found });
    played.do(CUSTOMER, { ...heard, tension: 0.95, words: [{ text: '骗子', weight: 0.6 }] });
    played.do(CUSTOMER, { ...heard, tension: 0.5, words: [{ text: '哼', weight: 0.2 }] });
    expect(played.case).toMatchObject({ found, tension: { words: [{ text: '骗子', weight: 0.6 }] } });
    expect(JSON.stringify(anonymousCase(played.case))).not.toMatch(/骗子|"l1"/);
  });

  it('changes nothing where nothing is new', () => {
    const played = opened(policy);
    played.do(BOT, { type: 'judgeCase', stance: 'venting' });
    expect(played.try(BOT, { type: 'judgeCase', stance: 'venting', severity: 'normal' })).toEqual([]);
  });
});

describe('the queue', () => {
  it('helps the gravest first, then who was promised an answer soonest, then the key customer', () => {
    const [plain, grave, key, early] = [opened(policy), opened(policy), opened(policy), opened(policy)];
    grave.do(BOT, { type: 'judgeCase', severity: 'safety' });
    key.do(BOT, { type: 'judgeCase', tier: 'key' });
    for (const played of [grave, key, plain]) played.wait(10).do(BOT, ASKED);
    early.do(BOT, ASKED);
    const order = [plain.case, grave.case, key.case, early.case].toSorted(queueOrder);
    expect(order).toEqual([grave.case, early.case, key.case, plain.case]);
  });
});
