/** Plays a script in one language on one driver; throws with file line and transcript where it goes otherwise. */

import { startConversation } from '../../../src/app/startConversation.ts';
import type { Tier } from '../../../src/domain/case.ts';
import type { Locale } from '../../../src/domain/reading.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { laterTime, shopTime } from './clock.ts';
import { CustomerHands } from './customer.ts';
import { DeskHands } from './desk.ts';
import { Expectations } from './expectations.ts';
import { type Driver, type House, openHouse } from './house.ts';
import { brokenInvariants } from './invariants.ts';
import { passTime } from './passTime.ts';
import type { Script, Step } from './script.ts';
import { Talk } from './talk.ts';

const START = '2026-03-11 10:00';
/** More than a person would bear. */
const MOST_QUESTIONS = 6;
const SKIPS = 'customer skips the rest';

export class Play {
  readonly #script: Script;
  readonly #locale: Locale;
  readonly #house: House;
  readonly #talks = new Map<string, Talk>();
  readonly #owed = new Set<string>();
  readonly #customer: CustomerHands;
  readonly #desk: DeskHands;
  #refused: string | undefined;
  #talk: Talk;

  constructor(script: Script, locale: Locale, house: House) {
    this.#script = script;
    this.#locale = locale;
    this.#house = house;
    this.#customer = new CustomerHands(house);
    this.#desk = new DeskHands(house);
    this.#talk = this.#newTalk('A', false);
  }

  async run(): Promise<void> {
    await this.#begin();
    for (const step of this.#script.steps) {
      try {
        await this.#step(step);
        const broken = await brokenInvariants(this.#house, this.#talk, this.#owed);
        if (broken.length > 0) throw new Error(broken.join('\n  '));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(
          `line ${step.at} (${step.verb}: ${step.rest})\n  ${why}\n\n${await this.transcript()}`,
        );
      }
    }
    if (this.#refused) throw new Error(`at the end: refused with ${this.#refused}`);
  }

  /** What was said so far, for a failure that can be read. */
  async transcript(): Promise<string> {
    const lines = await this.#talk.record();
    return lines
      .map(({ from, key, text }) => `  ${from.kind}${key ? ` (${key})` : ''}: ${text.slice(0, 300)}`)
      .join('\n');
  }

  #newTalk(name: string, somebodyElse: boolean): Talk {
    const { contact, tier = 'new' } = this.#script.settings;
    const customer = somebodyElse
      ? { id: `customer-${name}`, tier: 'new' as const }
      : { id: 'customer', tier: tier as Tier, ...(contact ? { contact } : {}) };
    const talk = new Talk(this.#house, `talk-${name}`, customer);
    this.#talks.set(name, talk);
    return talk;
  }

  async #begin(): Promise<void> {
    const { id, customer } = this.#talk;
    const localeChosen = this.#script.settings['guess language'] === undefined;
    await startConversation(this.#house.deps, {
      id,
      channel: 'webchat',
      customer,
      locale: localeChosen ? this.#locale : 'zh-CN',
      localeChosen,
    });
  }

  async #step(step: Step): Promise<void> {
    const { verb } = step;
    if (this.#refused && verb !== 'refused') throw new Error(`refused with ${this.#refused}`);
    const rest = await this.#filled(step.rest);
    if (await this.#expects(step, rest)) return;
    // What is skipped belongs to the turn before: its questions and what follows them are one expectation.
    if (verb !== SKIPS) await this.#talk.remember();
    await this.#deed(verb, rest);
  }

  /** Whether the line is an expectation, which holds then. */
  async #expects({ verb, all }: Step, rest: string): Promise<boolean> {
    const check = new Expectations(this.#house, this.#talk);
    const checks: Readonly<Record<string, () => Promise<void>>> = {
      bot: async () => check.said(await Promise.all(all.map((one) => this.#filled(one)))),
      case: () => check.caseIs(rest),
      'customer sees': () => check.seen(rest),
      'customer sees no': () => check.neverSeen(rest),
      'on the record': () => check.recorded(rest),
      refused: () => this.#wasRefused(rest),
      erased: () => check.erased(),
    };
    await checks[verb]?.();
    return verb in checks;
  }

  async #deed(verb: string, rest: string): Promise<void> {
    const { clock } = this.#house;
    if (verb === 'conversation') return this.#switch(rest);
    if (verb === 'clock') return passTime(this.#house, laterTime(clock.now(), rest));
    if (verb === 'bot breaks') return this.#house.breakBot(Number(rest));
    if (verb === 'reading breaks') return this.#house.breakReading();
    if (verb === 'agents')
      return this.#desk.race(this.#talk, rest.replace(' take at once', '').split(/,\s*/));
    if (/^(agent|supervisor|manager)\b/.test(verb)) return this.#agent(verb, rest);
    if (verb === SKIPS) return this.#skipTheRest();
    if (verb.startsWith('customer')) return this.#customerActs(verb, rest);
    throw new Error(`nobody knows how to "${verb}"`);
  }

  async #filled(text: string): Promise<string> {
    const first = await this.#talks.get('A')?.case();
    return text
      .replaceAll('{number}', first?.number ?? 'no number')
      .replaceAll('{contact}', this.#script.settings.contact ?? '')
      .replace(/\{repeat (\d+) ([^}]*)\}/g, (_, times: string, what: string) => what.repeat(Number(times)));
  }

  async #customerActs(verb: string, rest: string): Promise<void> {
    const state = await this.#talk.state();
    const before = (await this.#talk.record()).length;
    await this.#customer.act(this.#talk, verb, rest);
    const held = state?.case && state.case.status !== 'closed' ? state.case.holder.kind : 'bot';
    if (held !== 'bot') return;
    const added = (await this.#talk.record()).slice(before);
    for (const { id, from } of added) if (from.kind === 'customer') this.#owed.add(id);
  }

  /** Presses "skip" as long as something is asked. */
  async #skipTheRest(): Promise<void> {
    for (let questions = 0; questions < MOST_QUESTIONS; questions += 1) {
      const last = (await this.#talk.seen()).at(-1);
      if (!last?.line.key?.startsWith('ask.')) return;
      await this.#customerActs('customer presses', 'skip');
    }
    throw new Error('the questions do not end');
  }

  async #agent(verb: string, rest: string): Promise<void> {
    const result = await this.#desk.act(this.#talk, verb, rest);
    if (isRefusal(result)) this.#refused = result.refused;
  }

  async #wasRefused(code: string): Promise<void> {
    if (this.#refused !== code) throw new Error(`it was ${this.#refused ?? 'not refused'}`);
    this.#refused = undefined;
  }

  async #switch(rest: string): Promise<void> {
    const [name = 'A', other] = rest.split(/,\s*/);
    const there = this.#talks.get(name);
    this.#talk = there ?? this.#newTalk(name, other !== undefined);
    if (!there) await this.#begin();
  }
}

export const play = async (script: Script, locale: Locale, driver: Driver, name: string): Promise<void> => {
  const house = await openHouse(driver, shopTime(script.settings.start ?? START), name);
  try {
    await new Play(script, locale, house).run();
  } finally {
    await house.close();
  }
};
