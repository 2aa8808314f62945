/** Rows that are too like a training phrase to count as unseen. */
import type { Row } from '../../src/nlu/measure/rows.ts';
import { fold } from '../../src/nlu/normalise.ts';
import type { Phrase } from '../../src/nlu/phrases.ts';

const TOO_LIKE = 0.7;

function gramsOf(text: string): Set<string> {
  const plain = fold(text).text.replace(/[^\p{L}\p{N}]+/gu, '');
  const grams = new Set<string>();
  const size = /[\u3400-\u9fff]/.test(plain) ? 2 : 4;
  for (let i = 0; i + size <= plain.length; i += 1) grams.add(plain.slice(i, i + size));
  return grams;
}

export interface Leak {
  readonly row: Row;
  readonly phrase: string;
  readonly likeness: number;
}

interface Known {
  readonly text: string;
  readonly grams: ReadonlySet<string>;
}

function indexOf(known: readonly Known[]): Map<string, number[]> {
  const byGram = new Map<string, number[]>();
  known.forEach(({ grams }, i) => {
    for (const gram of grams) byGram.set(gram, [...(byGram.get(gram) ?? []), i]);
  });
  return byGram;
}

function sharedWith(
  grams: ReadonlySet<string>,
  byGram: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const gram of grams) for (const i of byGram.get(gram) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
  return shared;
}

/** Shared grams over all grams (Jaccard); texts of fewer than four grams are too short to leak. */
export function leaksOf(rows: readonly Row[], phrases: readonly Phrase[]): Leak[] {
  const known = phrases.map((phrase) => ({ text: phrase.text, grams: gramsOf(phrase.text) }));
  const byGram = indexOf(known);
  return rows.flatMap((row) => {
    const grams = gramsOf(row.text);
    if (grams.size < 4) return [];
    return [...sharedWith(grams, byGram)]
      .map(([i, n]) => ({
        row,
        phrase: known[i]?.text ?? '',
        likeness: n / (grams.size + (known[i]?.grams.size ?? 0) - n),
      }))
      .filter((leak) => leak.likeness >= TOO_LIKE);
  });
}
