/** Dates and clock times as the patterns find them, each date with the clock time beside it. */
import type { TimePattern } from './timeWords.ts';

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

export interface Joined {
  readonly from: number;
  readonly to: number;
  readonly date?: Piece | undefined;
  readonly time?: Piece | undefined;
}

/** More than this a message does not name; a longer list is no story. */
const MOST = 40;

const meet = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

function matched({ regexp: pattern, needles }: TimePattern, text: string, found: Piece[]): void {
  if (needles !== undefined && !needles.some((needle) => text.includes(needle))) return;
  pattern.lastIndex = 0;
  for (let tries = 0; tries < MOST; tries += 1) {
    const match = pattern.exec(text);
    if (match === null) return;
    const from = match.index;
    const piece = { from, to: from + match[0].trimEnd().length, groups: match.groups ?? {}, text: match[0] };
    if (match[0] === '') pattern.lastIndex += 1;
    else if (!found.some((other) => meet(piece, other))) found.push(piece);
  }
}

/** What earlier patterns found later ones leave alone. */
export function piecesOf(patterns: readonly TimePattern[], text: string): Piece[] {
  const found: Piece[] = [];
  for (const pattern of patterns) matched(pattern, text, found);
  return found.sort((a, b) => a.from - b.from);
}

type Beside = (one: { from: number; to: number }) => Piece | undefined;

/** "Monday night" and "10:30pm" beside it: the part of the day and the hour are one time. */
function withHour(part: Piece, beside: Beside): Piece {
  if (part.groups.hour !== undefined || part.groups.part === undefined) return part;
  const hour = beside(part);
  if (hour?.groups.hour === undefined) return part;
  return { ...hour, from: part.from, groups: { ...hour.groups, part: hour.groups.part ?? part.groups.part } };
}

export function join(dates: readonly Piece[], all: readonly Piece[], text: string, gap: RegExp): Joined[] {
  const times = all.filter((time) => !dates.some((date) => meet(date, time)));
  const taken = new Set<Piece>();
  const take = (found: Piece | undefined): Piece | undefined => {
    if (found !== undefined) taken.add(found);
    return found;
  };
  const after: Beside = (one) =>
    take(
      times.find(
        (time) => !taken.has(time) && time.from >= one.to && gap.test(text.slice(one.to, time.from)),
      ),
    );
  const before: Beside = (one) =>
    take(
      times.find(
        (time) => !taken.has(time) && time.to <= one.from && gap.test(text.slice(time.to, one.from)),
      ),
    );
  const joined = dates.map((date): Joined => {
    const next = after(date);
    const time = next === undefined ? before(date) : withHour(next, after);
    if (time === undefined) return { from: date.from, to: date.to, date };
    return { from: Math.min(date.from, time.from), to: Math.max(date.to, time.to), date, time };
  });
  const alone = times.filter((time) => !joined.some((one) => meet(time, one)));
  return [...joined, ...alone.map((time) => ({ from: time.from, to: time.to, time }))].sort(
    (a, b) => a.from - b.from,
  );
}
