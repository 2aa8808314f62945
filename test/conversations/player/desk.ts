/** What people at the desk do, as lines of a file: `takes`, `replies …`, `offers refund 30`. */
import { actOnCase, type Click } from '../../../src/app/actOnCase.ts';
import { approveRemedy } from '../../../src/app/approveRemedy.ts';
import { completeTask } from '../../../src/app/completeTask.ts';
import type { Deps } from '../../../src/app/deps.ts';
import { keepPromise } from '../../../src/app/keepPromise.ts';
import { makePromise } from '../../../src/app/makePromise.ts';
import { noteAsAgent } from '../../../src/app/noteAsAgent.ts';
import { proposeRemedy } from '../../../src/app/proposeRemedy.ts';
import { replyAsAgent } from '../../../src/app/replyAsAgent.ts';
import { resolveCase } from '../../../src/app/resolveCase.ts';
import { returnToBot } from '../../../src/app/returnToBot.ts';
import { takeCase } from '../../../src/app/takeCase.ts';
import { transferCase } from '../../../src/app/transferCase.ts';
import type { Agent, Role } from '../../../src/domain/actor.ts';
import type { Case, Responsibility } from '../../../src/domain/case.ts';
import { openPromises } from '../../../src/domain/promises.ts';
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts';
import type { Remedy } from '../../../src/domain/remedy.ts';
import { openTasks } from '../../../src/domain/tasks.ts';
import { laterTime } from './clock.ts';
import type { House } from './house.ts';
import type { Talk } from './talk.ts';

type Outcome = Promise<Case | Refusal>;
type Deed = (deps: Deps, click: Click, current: Case, rest: string) => Outcome;

const agentNamed = (verb: string): Agent => {
  const [role = 'agent', name = 'Lin'] = verb.split(/\s+/);
  return { kind: 'agent', id: name.toLowerCase(), name, role: role as Role };
};

const remedyFrom = (text: string): Remedy => {
  const [kind, amount] = text.split(/\s+/);
  return { kind: kind as Remedy['kind'], ...(amount ? { amount: Number(amount) } : {}) };
};

const waitingOffer = ({ offers }: Case): string =>
  offers.findLast(({ state }) => state === 'proposed')?.id ?? '';

const DEEDS: Readonly<Record<string, Deed>> = {
  takes: (deps, click) => takeCase(deps, click),
  replies: (deps, click, { epoch }, text) => replyAsAgent(deps, { ...click, text, epoch }),
  asks: (deps, click, { epoch }, text) => replyAsAgent(deps, { ...click, text, epoch, awaitsCustomer: true }),
  notes: (deps, click, _, text) => noteAsAgent(deps, { ...click, text }),
  returns: (deps, click) => returnToBot(deps, click),
  transfers: (deps, click) => transferCase(deps, { ...click, to: { kind: 'queue' } }),
  offers: (deps, click, _, rest) => proposeRemedy(deps, { ...click, remedies: [remedyFrom(rest)] }),
  approves: (deps, click, current, rest) =>
    approveRemedy(deps, { ...click, offerId: waitingOffer(current), approved: true, reason: rest || 'fair' }),
  rejects: (deps, click, current, reason) =>
    approveRemedy(deps, { ...click, offerId: waitingOffer(current), approved: false, reason }),
  completes: (deps, click, current) =>
    completeTask(deps, { ...click, taskId: openTasks(current)[0]?.id ?? '' }),
  keeps: (deps, click, current) =>
    keepPromise(deps, { ...click, promiseId: openPromises(current)[0]?.id ?? '' }),
  promises: (deps, click, _, rest) =>
    makePromise(deps, { ...click, kind: 'answer', dueAt: laterTime(deps.clock.now(), rest) }),
  judges: (deps, click, _, rest) =>
    actOnCase(deps, click, (work) => {
      const responsibility = rest as Responsibility;
      const judged = work.do({ type: 'judgeCase', by: click.agent, responsibility });
      return isRefusal(judged) ? judged : undefined;
    }),
  resolves: (deps, click, _, result) => resolveCase(deps, { ...click, result }),
};

export class DeskHands {
  readonly #house: House;
  #clicks = 0;

  constructor(house: House) {
    this.#house = house;
  }

  async act(talk: Talk, by: string, deed: string): Outcome {
    const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(deed) ?? [];
    const current = await talk.case();
    if (!current) throw new Error('there is no case to work on');
    const carryOut = DEEDS[verb];
    if (!carryOut) throw new Error(`nobody at the desk can "${verb}"`);
    return carryOut(this.#house.deps, await this.#click(talk, agentNamed(by)), current, rest);
  }

  /** Both at once: exactly one may win. */
  async race(talk: Talk, names: readonly string[]): Promise<void> {
    const clicks = await Promise.all(names.map((name) => this.#click(talk, agentNamed(`agent ${name}`))));
    const results = await Promise.all(clicks.map((click) => takeCase(this.#house.deps, click)));
    const lost = results.filter(isRefusal);
    if (lost.length !== names.length - 1)
      throw new Error(`${names.length - lost.length} people took the case`);
    if (lost.some(({ refused }) => refused !== 'already-taken')) throw new Error(JSON.stringify(lost));
  }

  async #click(talk: Talk, agent: Agent): Promise<Click> {
    this.#clicks += 1;
    const origin = `click-${this.#clicks}`;
    const caseId = (await talk.case())?.id ?? '';
    return { caseId, agent, origin };
  }
}
