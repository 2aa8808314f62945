/** The figures as a table beside their targets and the last run, and as JSON for the next one. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../results');

export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: number | undefined;
  readonly floor?: number | undefined;
  /** Ours to the floor, where it is not that of the two figures: the median of the rounds, each pair side by side. */
  readonly ratio?: number;
  /** `ratio`: of ours to the floor; `plain`: of ours. */
  readonly target?: { readonly of: 'ratio' | 'plain'; readonly at: 'most' | 'least'; readonly value: number };
  /** Why there is no figure, or what it stands for. */
  readonly note?: string;
}

export interface Report {
  readonly at: string;
  readonly quick: boolean;
  readonly machine: {
    readonly node: string;
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly load: number;
  };
  readonly figures: readonly Figure[];
}

const round = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value)
    ? '—'
    : value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

const ratioOf = ({ ours, floor, ratio }: Figure): number | undefined =>
  ratio ?? (ours === undefined || !floor ? undefined : ours / floor);

const verdict = (figure: Figure): string => {
  const { target } = figure;
  if (!target) return '';
  const value = target.of === 'ratio' ? ratioOf(figure) : figure.ours;
  const wanted = `${target.at === 'most' ? '≤' : '≥'} ${target.value}${target.of === 'ratio' ? ' ×' : ''}`;
  if (value === undefined) return `${wanted} ?`;
  const met = target.at === 'most' ? value <= target.value : value >= target.value;
  return `${wanted} ${met ? 'yes' : 'NO'}`;
};

/** The newest report of the same kind. */
const lastReport = (quick: boolean): Report | undefined => {
  try {
    const names = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .toReversed();
    for (const name of names) {
      const report = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Report;
      if (report.quick === quick) return report;
    }
  } catch {
    // No run yet.
  }
  return undefined;
};

const since = (figure: Figure, last: Report | undefined): string => {
  const before = last?.figures.find((one) => one.name === figure.name)?.ours;
  if (!before || figure.ours === undefined) return '';
  const percent = Math.round((figure.ours / before - 1) * 100);
  return `${percent > 0 ? '+' : ''}${percent} %`;
};

const HEAD = ['measure', 'unit', 'ours', 'floor', 'ratio', 'target', 'since last run', 'note'] as const;

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .toSpliced(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
    .join('\n');
};

export const report = (figures: readonly Figure[], quick: boolean): void => {
  const last = lastReport(quick);
  const [cpu] = cpus();
  const made: Report = {
    at: new Date().toISOString(),
    quick,
    machine: {
      node: process.version,
      cpu: cpu?.model ?? '',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      load: loadavg()[0] ?? 0,
    },
    figures,
  };
  const rows = figures.map((one) => [
    one.name,
    one.unit,
    round(one.ours),
    round(one.floor),
    round(ratioOf(one)),
    verdict(one),
    since(one, last),
    one.note ?? '',
  ]);
  console.log(`\n${tableOf([HEAD, ...rows])}`);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${made.at.replace(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  console.log(
    `\n${file}${last ? `, compared with the run of ${last.at}` : ''}; load at the end ${round(made.machine.load)}`,
  );
};
