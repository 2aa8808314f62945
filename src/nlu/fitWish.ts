/** From which chance on somebody wishes for a person: it lies elsewhere with every network, so it is fitted after learning. */
import type { Understanding } from '../ports/understanding.ts';
import type { Figures } from './measure/figures.ts';
import { humanTruth, judge, wishFigures } from './measure/figures.ts';
import type { Row } from './measure/rows.ts';

const THRESHOLDS = Array.from({ length: 21 }, (_, i) => (30 + 2 * i) / 100);

/** The middle of the thresholds with which neither figure of the wish is below its floor; without any, an even chance. */
export function fitWish(
  reading: (threshold: number) => Understanding,
  rows: readonly Row[],
  floors: Figures,
): number {
  const asked = rows.filter((row) => humanTruth(row) !== undefined);
  const holding = THRESHOLDS.filter((threshold) => {
    const figures = wishFigures(judge(reading(threshold), asked));
    return Object.entries(figures).every(([name, value]) => value >= (floors[name] ?? 0));
  });
  return holding[Math.floor(holding.length / 2)] ?? 0.5;
}
