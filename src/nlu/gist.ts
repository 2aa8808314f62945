/**
 * The gist: a small network that reads a text as a whole. Each feature is a point in a space that all questions share, a clause
 * or a text is the sum of its points; what is there beyond a threshold is asked about cause, intent, wish and gravity.
 * After fastText (Joulin et al. 2016) and deep averaging networks (Iyyer et al. 2015), with the strongest clause beside the whole.
 */

/** What the gist is asked. */
export const QUESTIONS = ['cause', 'intent', 'human', 'severity'] as const;
export type Question = (typeof QUESTIONS)[number];

/** How one question is answered. */
export interface GistHead {
  readonly classes: readonly string[];
  /** For each class, what each measure of the text adds to its score; the measures of the whole come first. */
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

export interface GistLayers {
  /** What is added to each axis before the threshold: for the text as a whole, and for the strongest clause. */
  readonly whole: readonly number[];
  readonly clause: readonly number[];
  readonly heads: Readonly<Record<Question, GistHead>>;
}

/** Where a clause lies in the space, and how many of its features count in the whole: as if they all stood in one clause. */
export interface Placed {
  readonly point: readonly number[];
  readonly size: number;
}

export type Answers = Readonly<Record<Question, readonly number[]>>;

/** Where one question's answers stand among all. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class Gist {
  readonly classes: Readonly<Record<Question, readonly string[]>>;
  readonly #whole: Float64Array;
  readonly #clause: Float64Array;
  /** For each measure what it adds to the answers to all questions, one after another. */
  readonly #weights: Float64Array;
  readonly #bias: Float64Array;
  readonly #stretches: Readonly<Record<Question, Stretch>>;
  /** In hand while one text is asked: what it shows, which of it is more than nothing, and the sums of all answers. */
  readonly #shown: Float64Array;
  readonly #more: Int32Array;
  readonly #sums: Float64Array;

  constructor({ whole, clause, heads }: GistLayers) {
    const of = <T>(make: (name: Question) => T): Record<Question, T> =>
      Object.fromEntries(QUESTIONS.map((name) => [name, make(name)])) as Record<Question, T>;
    this.classes = of((name) => heads[name].classes);
    this.#whole = Float64Array.from(whole);
    this.#clause = Float64Array.from(clause);
    this.#bias = Float64Array.from(QUESTIONS.flatMap((name) => heads[name].bias));
    let next = 0;
    this.#stretches = of((name) => {
      const from = next;
      next += heads[name].classes.length;
      return { from, to: next };
    });
    const rows = QUESTIONS.flatMap((name) => heads[name].weights);
    this.#weights = new Float64Array(2 * whole.length * next);
    this.#shown = new Float64Array(2 * whole.length);
    this.#more = new Int32Array(2 * whole.length);
    this.#sums = new Float64Array(next);
    for (const [answer, own] of rows.entries())
      for (const [measure, weight] of own.entries()) this.#weights[measure * next + answer] = weight;
  }

  /** To each question from `first` on one score for each class; 0 is "none of them". */
  answers(clauses: readonly Placed[], first: Question = 'cause'): Answers {
    this.#show(clauses);
    this.#add(this.#stretches[first].from);
    return {
      cause: this.#answerTo('cause'),
      intent: this.#answerTo('intent'),
      human: this.#answerTo('human'),
      severity: this.#answerTo('severity'),
    };
  }

  #answerTo(name: Question): number[] {
    const { from, to } = this.#stretches[name];
    const own = new Array<number>(to - from);
    for (let c = 0; c < own.length; c += 1) own[c] = this.#sums[from + c] as number;
    return own;
  }

  /** Two measures at a time: each sum is taken up and put down half as often. */
  #add(first: number): void {
    const sums = this.#sums;
    const weights = this.#weights;
    const shown = this.#shown;
    const more = this.#more;
    const width = sums.length;
    sums.set(this.#bias);
    let count = 0;
    for (let i = 0; i < shown.length; i += 1) {
      if (shown[i] === 0) continue;
      more[count] = i;
      count += 1;
    }
    for (let s = 0; s < count; s += 2) {
      const here = more[s] as number;
      const second = s + 1 < count ? (more[s + 1] as number) : here;
      const one = shown[here] as number;
      const other = second === here ? 0 : (shown[second] as number);
      const from = here * width;
      const beside = second * width;
      for (let a = first; a < width; a += 1) {
        sums[a] =
          (sums[a] as number) + one * (weights[from + a] as number) + other * (weights[beside + a] as number);
      }
    }
  }

  /** What the text shows: along each axis of the whole, then of the clause that goes farthest; never below 0. */
  #show(clauses: readonly Placed[]): void {
    const axes = this.#whole.length;
    const shown = this.#shown.fill(0);
    let all = 0;
    for (const { size } of clauses) all += size;
    shown.set(this.#whole);
    for (const { point, size } of clauses) {
      const share = Math.sqrt(size / (all || 1));
      for (let axis = 0; axis < axes; axis += 1) {
        const along = point[axis] as number;
        shown[axis] = (shown[axis] as number) + along * share;
        const here = along + (this.#clause[axis] as number);
        if (here > (shown[axes + axis] as number)) shown[axes + axis] = here;
      }
    }
    for (let axis = 0; axis < axes; axis += 1) shown[axis] = Math.max(0, shown[axis] as number);
  }
}
