/** While the customer waits for a person: the place in the queue, asked again now and then. */
export interface Waiting {
  readonly place?: number;
}

const EVERY_MS = 20_000;

export class WaitingPlace {
  #next: ReturnType<typeof setTimeout> | undefined;
  readonly #ask: () => Promise<Response | undefined>;
  readonly #changed: (waiting: Waiting | undefined) => void;

  constructor(ask: () => Promise<Response | undefined>, changed: (waiting: Waiting | undefined) => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  async look(): Promise<void> {
    clearTimeout(this.#next);
    const answer = await this.#ask();
    if (!answer?.ok) return;
    const { waiting, place } = await answer.json();
    this.#changed(waiting ? { place } : undefined);
    if (waiting) this.#next = setTimeout(() => void this.look(), EVERY_MS);
  }
}
