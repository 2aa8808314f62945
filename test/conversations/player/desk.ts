/** What people at the desk do, as lines of a file: `takes`, `replies …`, `offers refund 30`. */
import { actOnCase, type Click } from '../../../src/app/actOnCase.ts';
import { noteAsAgent } from '../../../src/app/noteAsAgent.ts';
import { replyAsAgent } from '../../../src/app/replyAsAgent.ts';
import { takeCase } from '../../../src/app/takeCase.ts';
import type { Agent, Role } from '../../../src/domain/actor.ts';
import type { Case } from '../../../src/domain/case.ts';
import { openPromises } from '../../../src/domain/promises.ts';
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts';
import type { Remedy } from '../../../src/domain/remedy.ts';
import { openTasks } from '../../../src/domain/tasks.ts';
import type { TurnCommand } from '../../../src/ports/turnWork.ts';
import type { House } from './house.ts';
import type { Talk } from './talk.ts';

type Outcome = Case | Refusal;

export const agentNamed = (verb: string): Agent => {
  const [role = 'agent', name = 'Lin'] = verb.split(/\s+/);
  return { kind: 'agent', id: name.toLowerCase(), name, role: role as Role };
};

const remedyFrom = (text: string): Remedy => {
  const [kind, amount] = text.split(/\s+/);
  return { kind: kind as Remedy['kind'], ...(amount ? { amount: Number(amount) } : {}) };
};

/** The command for a deed that needs nothing but the case. */
const commandFor = (house: House, current: Case, verb: string, rest: string): TurnCommand => {
  const waiting = current.offers.findLast(({ state }) => state === 'proposed')?.id ?? '';
  if (verb === 'offers') {
    return { type: 'proposeRemedy', offers: [{ id: house.deps.ids.next(), remedy: remedyFrom(rest) }] };
  }
  if (verb === 'approves')
    return { type: 'approveRemedy', offerId: waiting, approved: true, reason: rest || 'ok' };
  if (verb === 'rejects') return { type: 'approveRemedy', offerId: waiting, approved: false, reason: rest };
  if (verb === 'completes') return { type: 'completeTask', taskId: openTasks(current)[0]?.id ?? '' };
  if (verb === 'keeps') return { type: 'keepPromise', promiseId: openPromises(current)[0]?.id ?? '' };
  if (verb === 'resolves') return { type: 'resolveCase', result: rest };
  throw new Error(`nobody at the desk can "${verb}"`);
};

export class DeskHands {
  readonly #house: House;
  #clicks = 0;

  constructor(house: House) {
    this.#house = house;
  }

  async act(talk: Talk, by: string, deed: string): Promise<Outcome> {
    const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(deed) ?? [];
    const click = await this.#click(talk, agentNamed(by));
    const { deps } = this.#house;
    const current = await talk.case();
    if (!current) throw new Error('there is no case to work on');
    if (verb === 'takes') return takeCase(deps, click);
    if (verb === 'replies' || verb === 'asks') {
      return replyAsAgent(deps, {
        ...click,
        text: rest,
        epoch: current.epoch,
        awaitsCustomer: verb === 'asks',
      });
    }
    if (verb === 'notes') return noteAsAgent(deps, { ...click, text: rest });
    if (verb === 'returns') return this.#returns(click);
    if (verb === 'transfers')
      return this.#do(click, { type: 'transferCase', by: click.agent, to: { kind: 'queue' } });
    return this.#do(click, commandFor(this.#house, current, verb, rest));
  }

  /** Both at once: exactly one may win. */
  async race(talk: Talk, names: readonly string[]): Promise<void> {
    const clicks = await Promise.all(names.map((name) => this.#click(talk, agentNamed(`agent ${name}`))));
    const results = await Promise.all(clicks.map((click) => takeCase(this.#house.deps, click)));
    const won = results.filter((result) => !isRefusal(result)).length;
    if (won !== 1) throw new Error(`${won} of ${names.length} people took the case`);
    const lost = results.filter(isRefusal);
    if (lost.some(({ refused }) => refused !== 'already-taken')) throw new Error(JSON.stringify(lost));
  }

  async #click(talk: Talk, agent: Agent): Promise<Click> {
    this.#clicks += 1;
    const caseId = (await talk.case())?.id ?? '';
    return { caseId, agent, origin: `click-${this.#clicks}` };
  }

  #do(click: Click, command: TurnCommand): Promise<Outcome> {
    return actOnCase(this.#house.deps, click, (work) => {
      const done = work.do({ by: click.agent, ...command } as TurnCommand);
      return isRefusal(done) ? done : undefined;
    });
  }

  #returns(click: Click): Promise<Outcome> {
    const { deps } = this.#house;
    return actOnCase(deps, click, async (work) => {
      const done = work.do({ type: 'returnToBot', by: click.agent });
      if (isRefusal(done)) return done;
      await deps.bot.speakFirst(work, 'returned-to-bot');
      return undefined;
    });
  }
}
