/** Medians and percentiles. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The value that `percent` of all values do not exceed (nearest rank). */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
};
