/** Accuracy, macro-F1, confusion and calibration of guesses against the truth. */

export interface Guess {
  readonly truth: string;
  readonly guess: string;
  readonly confidence?: number;
}

export interface Score {
  readonly rows: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

export type Confusion = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function confusionOf(guesses: readonly Guess[]): Confusion {
  const table = new Map<string, Map<string, number>>();
  for (const { truth, guess } of guesses) {
    const row = table.get(truth) ?? new Map<string, number>();
    row.set(guess, (row.get(guess) ?? 0) + 1);
    table.set(truth, row);
  }
  return table;
}

export interface Rates {
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function ratesOf(guesses: readonly Guess[], label: string): Rates {
  const right = guesses.filter((one) => one.truth === label && one.guess === label).length;
  const meant = guesses.filter((one) => one.truth === label).length;
  const said = guesses.filter((one) => one.guess === label).length;
  return {
    rows: meant,
    precision: said === 0 ? 1 : right / said,
    recall: meant === 0 ? 1 : right / meant,
    f1: meant + said === 0 ? 1 : (2 * right) / (meant + said),
  };
}

export function scoreOf(guesses: readonly Guess[]): Score {
  const labels = [...new Set(guesses.map((one) => one.truth))];
  const right = guesses.filter((one) => one.truth === one.guess).length;
  const f1 = labels.map((label) => ratesOf(guesses, label).f1);
  return {
    rows: guesses.length,
    accuracy: guesses.length === 0 ? 0 : right / guesses.length,
    macroF1: labels.length === 0 ? 0 : f1.reduce((a, b) => a + b, 0) / labels.length,
  };
}

export interface Bin {
  readonly from: number;
  readonly rows: number;
  readonly right: number;
}

/** Of those said with at least this confidence (and less than the next bin's), how many were right. */
export function calibration(guesses: readonly Guess[], edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9]): Bin[] {
  return edges.map((from, i) => {
    const to = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    const within = guesses.filter(({ confidence = 0 }) => confidence >= from && confidence < to);
    return { from, rows: within.length, right: within.filter((one) => one.truth === one.guess).length };
  });
}
