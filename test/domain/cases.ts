/** A case under test: commands carried out one after another, with a clock that only the test moves. */
import type { Actor, Agent } from '../../src/domain/actor.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand, OpenCase } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide.ts';
import type { CaseEvent } from '../../src/domain/event.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { type Instant, instant, millis } from '../../src/domain/instant.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { TurnCommand } from '../../src/ports/turnWork.ts';

export const BOT: Actor = { kind: 'bot' };
export const CUSTOMER: Actor = { kind: 'customer', id: 'cu-1' };
export const CLOCK: Actor = { kind: 'clock' };
export const LI: Agent = { kind: 'agent', id: 'li', name: '小李', role: 'agent' };
export const WANG: Agent = { kind: 'agent', id: 'wang', name: '王芳', role: 'agent' };
export const CHEN: Agent = { kind: 'agent', id: 'chen', name: '陈店长', role: 'supervisor' };
export const ZHAO: Agent = { kind: 'agent', id: 'zhao', name: '赵总', role: 'manager' };

export const START: Instant = '2026-11-23T02:00:00.000Z'; // Monday 10:00 in Shanghai

export const opening: Omit<OpenCase, 'origin' | 'by'> = {
  type: 'openCase',
  caseId: 'case-1',
  number: 'C4821-7306',
  conversationId: 'conv-1',
  kind: 'complaint',
  channel: 'webchat',
  locale: 'zh-CN',
  customer: { id: 'cu-1', tier: 'regular' },
  opening: '你们的水壶用两天就坏了！！太气人了',
  tension: 0.9,
  emotion: 'angry',
};

const foldAll = (current: Case | undefined, events: readonly CaseEvent[]): Case | undefined =>
  events.reduce<Case | undefined>((before, event) => evolve(before, event), current);

/** Keeps the case, all of its events and the time. */
export class Played {
  readonly policy: Policy;
  now: Instant = START;
  current: Case | undefined;
  events: readonly CaseEvent[] = [];
  #count = 0;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  /** Carries a command out as somebody; gives what came of it. */
  try(by: Actor, command: TurnCommand, origin?: string): readonly CaseEvent[] | Refusal {
    this.#count += 1;
    const whole = { ...command, by, origin: origin ?? `o${this.#count}` } as CaseCommand;
    const decided = decide(this.current, whole, this.now, this.policy);
    if (isRefusal(decided)) return decided;
    this.current = foldAll(this.current, decided);
    this.events = [...this.events, ...decided];
    return decided;
  }

  /** The same, where no refusal is expected. */
  do(by: Actor, ...commands: readonly TurnCommand[]): Case {
    for (const command of commands) {
      const decided = this.try(by, command);
      if (isRefusal(decided)) throw new Error(`${command.type} was refused: ${decided.refused}`);
    }
    return this.case;
  }

  get case(): Case {
    if (!this.current) throw new Error('no case is open');
    return this.current;
  }

  wait(minutes: number): this {
    this.now = instant(millis(this.now) + minutes * 60_000);
    return this;
  }
}

export const opened = (policy: Policy, more: Partial<OpenCase> = {}, by: Actor = BOT): Played => {
  const played = new Played(policy);
  played.do(by, { ...opening, ...more });
  return played;
};

export const openedCase = (policy: Policy): Case => opened(policy).case;

export const HEARD: TurnCommand = { type: 'hearCustomer', tension: 0.4, emotion: 'upset', trend: 'calming' };
export const ASKED: TurnCommand = { type: 'requestHuman', reason: 'asked', told: '今天10:30前由专人答复您' };

/** In the hands of an agent who was asked for and has answered. */
export const answered = (policy: Policy, by: Agent = LI): Played => {
  const played = opened(policy);
  played.do(BOT, ASKED);
  played.do(by, { type: 'takeCase', by });
  played.do(by, { type: 'replyAsAgent', by, epoch: played.case.epoch });
  return played;
};
