/** A newly learned model takes the place of the one in use only if no figure falls below its floor. */
import { renameSync, rmSync } from 'node:fs';
import type { Figures } from './measure/figures.ts';
import { fallen } from './measure/figures.ts';
import { readMind } from './mind.ts';

export interface Candidate {
  /** Where the new model lies, and where it belongs. */
  readonly file: string;
  readonly target: string;
  readonly before: Figures | undefined;
  readonly after: Figures;
  readonly floors: Figures;
  /** Kept whatever falls. */
  readonly force: boolean;
}

/** Whether a model can be read; one of an older version cannot, and there is nothing to compare with. */
export function isUsable(modelFile: string): boolean {
  try {
    readMind({ timezone: 'Asia/Shanghai', slots: false, modelFile });
    return true;
  } catch {
    return false;
  }
}

/** Every figure before and after, a line each. */
export function comparison({ before, after, floors }: Candidate): string {
  const show = (value: number | undefined): string => (value === undefined ? '    -' : value.toFixed(3));
  const lines = Object.entries(after).map(
    ([name, value]) => `${name.padEnd(20)}  ${show(before?.[name])}   ${show(value)}   ${show(floors[name])}`,
  );
  return [`${'figure'.padEnd(20)} before   after   floor`, ...lines].join('\n');
}

/** Moves the candidate into place, or removes it; names the figures for which it was refused. */
export function adopt(candidate: Candidate): readonly string[] {
  const below = candidate.force ? [] : fallen(candidate.after, candidate.floors);
  if (below.length > 0) rmSync(candidate.file);
  else renameSync(candidate.file, candidate.target);
  return below;
}
