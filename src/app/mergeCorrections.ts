/** Brings exported corrections into a shop's corrections.jsonl without losing what people did to it. */
import type { CorrectionRow, ExportedCorrections } from './exportCorrections.ts';

export interface MergedCorrections {
  /** The whole file. */
  readonly text: string;
  readonly added: number;
  /** Corrected again since; words that a person edited stay. */
  readonly renewed: number;
  /** Of customers who had everything deleted. */
  readonly removed: number;
}

interface Entry {
  readonly line: string;
  /** Absent where the line is no row of ours: kept as it is. */
  readonly row?: Readonly<Record<string, unknown>>;
}

const entryOf = (line: string): Entry => {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null ? { line, row: row as Record<string, unknown> } : { line };
  } catch {
    return { line };
  }
};

/** Who has read a row over has decided; else the newest correction counts, in the words that stand there. */
const renew = ({ line, row }: Entry, fresh: CorrectionRow | undefined): string => {
  if (!row || !fresh || row.reviewed === true || String(row.at) >= fresh.at) return line;
  const { group, sub, was, at, by } = fresh;
  return JSON.stringify({ ...row, group, sub, was, at, by });
};

export const mergeCorrections = (
  before: string,
  { rows, erased }: ExportedCorrections,
): MergedCorrections => {
  const lines = before.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const entries = lines.map(entryOf);
  const gone = new Set<unknown>(erased);
  const kept = entries.filter(({ row }) => !row || !gone.has(row.id));
  const fresh = new Map<unknown, CorrectionRow>(rows.map((row) => [row.id, row]));
  const there = new Set(kept.map(({ row }) => row?.id));
  const added = rows.filter(({ id }) => !there.has(id)).map((row) => JSON.stringify(row));
  const renewed = kept.map((entry) => renew(entry, fresh.get(entry.row?.id)));
  const all = [...renewed, ...added];
  return {
    text: all.length > 0 ? `${all.join('\n')}\n` : '',
    added: added.length,
    renewed: renewed.filter((line, at) => line !== kept[at]?.line).length,
    removed: entries.length - kept.length,
  };
};
