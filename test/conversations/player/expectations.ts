/** Holds what a file expects against what happened; throws with what is wrong. */
import { botMismatch, keyMeets } from './expectBot.ts';
import { caseMismatch } from './expectCase.ts';
import type { House } from './house.ts';
import type { Talk } from './talk.ts';

export class Expectations {
  readonly #house: House;
  readonly #talk: Talk;

  constructor(house: House, talk: Talk) {
    this.#house = house;
    this.#talk = talk;
  }

  async said(written: readonly string[]): Promise<void> {
    const news = await this.#talk.news();
    const keys = news.filter(({ line }) => line.from.kind === 'bot').map(({ line }) => line.key ?? line.text);
    const mismatch = botMismatch(keys, written);
    if (mismatch) throw new Error(mismatch);
  }

  async caseIs(rest: string): Promise<void> {
    const current = await this.#talk.case();
    if (rest === 'no case') {
      if (current) throw new Error(`there is a case: ${current.status}`);
      return;
    }
    if (!current) throw new Error('there is no case');
    const known = { case: current, now: this.#house.clock.now(), locale: await this.#talk.locale() };
    const wrong = rest.split(/,\s*/).flatMap((wanted) => {
      const mismatch = caseMismatch(known, wanted);
      return mismatch ? [`${wanted}: ${mismatch}`] : [];
    });
    if (wrong.length > 0) throw new Error(wrong.join('\n  '));
  }

  /** Among the lines since the last deed. */
  async seen(rest: string): Promise<void> {
    const words = /^"(.*)"$/s.exec(rest)?.[1];
    const card = /^card (\w+)$/.exec(rest)?.[1];
    const found = (await this.#talk.news()).some(({ line }) => {
      if (words !== undefined) return line.text.includes(words);
      if (card) return line.card?.kind === card;
      if (rest === 'due time') return /\d{1,2}:\d{2}/.test(line.text);
      return line.key !== undefined && keyMeets(line.key, rest);
    });
    if (!found) throw new Error(`the customer did not see ${rest}`);
  }

  async neverSeen(pattern: string): Promise<void> {
    const all = (await this.#talk.seen()).filter(({ line }) => line.from.kind !== 'customer');
    const found = all.find(({ wire }) => new RegExp(pattern, 'i').test(wire));
    if (found) throw new Error(`the customer saw ${found.wire}`);
  }

  async recorded(rest: string): Promise<void> {
    const found = (await this.#talk.record()).some(
      ({ text, attachments = [] }) => text.includes(rest) || attachments.some(({ name }) => name === rest),
    );
    if (!found) throw new Error('it is not on the record');
  }

  async erased(): Promise<void> {
    const lines = await this.#house.deps.transcript.read(this.#talk.id, { limit: 10 });
    if (lines.length > 0) throw new Error('lines are still there');
    if (!this.#house.farewells.has(this.#talk.id)) throw new Error('nothing was erased');
  }
}
