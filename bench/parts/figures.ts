/** Medians and percentiles. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The value that `percent` of all values do not exceed (nearest rank). */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
};

/** Medians of both, and the median of the ratios of rounds that ran side by side: a busy moment hits a pair, not a side. */
export const compare = (ours: readonly number[], floor: readonly number[]) => ({
  ours: median(ours),
  floor: median(floor),
  ratio: median(ours.map((value, round) => value / (floor[round] ?? Number.NaN))),
});
