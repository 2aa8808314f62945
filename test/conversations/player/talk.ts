/** One conversation while its file is played: what was said, what reached the customer, what is known of the case. */

import { toActivity } from '../../../src/customer/directline/toActivity.ts';
import type { Case, Customer } from '../../../src/domain/case.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import type { Locale } from '../../../src/domain/reading.ts';
import type { Line } from '../../../src/domain/transcript.ts';
import type { House } from './house.ts';

/** A line that reached the customer, in the form in which it left the server. */
export interface Seen {
  readonly line: Pick<Line, 'id' | 'from' | 'text' | 'key' | 'card' | 'quickReplies' | 'locale'>;
  readonly wire: string;
}

export class Talk {
  readonly id: string;
  readonly customer: Customer;
  readonly #house: House;
  /** Lines up to this position were there before the last deed. */
  #mark = 0;
  #sent = 0;

  constructor(house: House, id: string, customer: Customer) {
    this.#house = house;
    this.id = id;
    this.customer = customer;
  }

  nextLineId(): string {
    this.#sent += 1;
    return `${this.id}:line-${this.#sent}`;
  }

  state(): Promise<Conversation | undefined> {
    return this.#house.deps.conversations.load(this.id);
  }

  async case(): Promise<Case | undefined> {
    return (await this.state())?.case;
  }

  async locale(): Promise<Locale> {
    return (await this.state())?.locale ?? 'en';
  }

  /** Everything, notes included: what the desk can read. */
  async record(): Promise<readonly Line[]> {
    return this.#house.deps.transcript.read(this.id, { limit: 10_000 });
  }

  async seen(): Promise<readonly Seen[]> {
    const { deps, farewells } = this.#house;
    const options = { wording: deps.wording, fileUrl: (_: string, fileId: string) => `/file/${fileId}` };
    const lines = await deps.transcript.read(this.id, { limit: 10_000, audience: 'public' });
    const last = (farewells.get(this.id) ?? []).map((line, index) => ({
      ...line,
      seq: lines.length + index + 1,
    }));
    return [...lines, ...last].map((line) => ({ line, wire: JSON.stringify(toActivity(line, options)) }));
  }

  /** From here on lines are news. */
  async remember(): Promise<void> {
    this.#mark = (await this.seen()).length;
  }

  async news(): Promise<readonly Seen[]> {
    const seen = await this.seen();
    // What was there before is gone when the conversation was erased.
    const before = this.#house.farewells.has(this.id) ? 0 : this.#mark;
    return seen.slice(before).filter(({ line }) => line.from.kind !== 'customer');
  }
}
