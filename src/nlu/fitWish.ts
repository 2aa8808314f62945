/** From which chance on somebody wishes for a person: it lies elsewhere with every network, so it is fitted after learning. */
import type { Understanding } from '../ports/understanding.ts';
import type { Figures } from './measure/figures.ts';
import { humanTruth, judge, wishFigures } from './measure/figures.ts';
import type { Row } from './measure/rows.ts';

const THRESHOLDS = Array.from({ length: 21 }, (_, i) => (30 + 2 * i) / 100);

/** The lowest threshold that holds the floor of precision, as a wish that is missed is dearer than one too many; without any, an even chance. */
export function fitWish(
  reading: (threshold: number) => Understanding,
  rows: readonly Row[],
  floors: Figures,
): number {
  const asked = rows.filter((row) => humanTruth(row) !== undefined);
  const holds = (threshold: number): boolean => {
    const precision = wishFigures(judge(reading(threshold), asked))['human.precision'] ?? 0;
    return precision >= (floors['human.precision'] ?? 0);
  };
  return THRESHOLDS.find(holds) ?? 0.5;
}
