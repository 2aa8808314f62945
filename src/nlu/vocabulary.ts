/** Which features are worth learning. */

interface Said {
  readonly clauses: readonly (readonly number[])[];
  /** By a shop's own customers. */
  readonly own?: boolean | undefined;
}

/** The features of clauses that are worth a row: the common ones, and all of a shop's own texts. */
export function learnable(examples: readonly Said[], rarest: number): ReadonlySet<number> {
  const features = new Set(
    commonFeatures(
      examples.map(({ clauses }) => clauses),
      rarest,
    ),
  );
  for (const { clauses, own } of examples) {
    if (own !== true) continue;
    for (const feature of clauses.flat()) features.add(feature);
  }
  return features;
}

/** The features that at least `rarest` texts have; a text is the features of its clauses or tokens. */
export function commonFeatures(texts: readonly (readonly (readonly number[])[])[], rarest: number): number[] {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (const feature of new Set(text.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= rarest).map(([feature]) => feature);
}
