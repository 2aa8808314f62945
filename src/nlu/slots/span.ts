/** Stretches of the folded text that may fill a slot, and which of them is best. */
import { matchesOf } from '../matches.ts';

/** From one place of a text to another, the last not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of the folded text that may fill a slot, with how good a find it is. */
export interface Span extends Stretch {
  readonly text: string;
  readonly worth: number;
}

export function allOf(text: string, pattern: RegExp, worth: number, group?: string): Span[] {
  const spans = matchesOf(text, pattern).map((match) => {
    const indices = group === undefined ? undefined : match.indices?.groups?.[group];
    const [from, to] = indices ?? [match.index, match.index + match[0].length];
    return { from, to, text: text.slice(from, to), worth };
  });
  return spans.filter((span) => span.to > span.from);
}

/** The span of most worth, the longest of those, the first of those. */
export function best(spans: readonly Span[]): Span | undefined {
  return [...spans].sort(
    (a, b) => b.worth - a.worth || b.to - b.from - (a.to - a.from) || a.from - b.from,
  )[0];
}
