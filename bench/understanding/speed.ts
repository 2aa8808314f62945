/** How fast one core reads, and what the recogniser costs in memory and start-up. */
import type { Understanding } from '../../src/ports/understanding.ts';

export interface Speed {
  readonly linesPerSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly rssMb: number;
}

export function speedOf(understanding: Understanding, rows: readonly { text: string; at?: string }[]): Speed {
  for (const row of rows) understanding.understand({ text: row.text });
  const times: number[] = [];
  const started = performance.now();
  for (let round = 0; round < 3; round += 1) {
    for (const { text } of rows) {
      const from = performance.now();
      understanding.understand({ text });
      times.push(performance.now() - from);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((times[Math.floor(times.length * share)] ?? 0) * 1000) / 1000;
  return {
    linesPerSecond: Math.round(times.length / seconds),
    medianMs: at(0.5),
    p99Ms: at(0.99),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}
