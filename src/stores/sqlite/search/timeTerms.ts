/**
 * Time as terms of the index: each line carries its day, month and year, and a stretch of time is asked for by the
 * fewest of them that cover it. FTS5 can leap from term to term, but walks through a range of positions.
 */
import type { Instant } from '../../../domain/instant.ts';

/** First and last year of any line. */
export type Years = readonly [first: number, last: number];

/** No word contains this sign; a dash would part the term. */
const term = (date: string): string => `§${date.replaceAll('-', '')}`;

export const yearOf = (at: Instant): number => Number(at.slice(0, 4));

export const timeTermsOf = (at: Instant): readonly string[] => [
  term(at.slice(0, 10)),
  term(at.slice(0, 7)),
  term(at.slice(0, 4)),
];

const day = (date: Date): string => date.toISOString().slice(0, 10);

interface Stretch {
  readonly term: string;
  /** The first day after it. */
  readonly next: Date;
}

/** The year, month or day that begins at a date, from the longest to the shortest. */
const stretches = (date: Date): readonly Stretch[] => {
  const [year, month, ofMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const found: Stretch[] = [];
  if (ofMonth === 1 && month === 0)
    found.push({ term: term(day(date).slice(0, 4)), next: new Date(Date.UTC(year + 1, 0, 1)) });
  if (ofMonth === 1)
    found.push({ term: term(day(date).slice(0, 7)), next: new Date(Date.UTC(year, month + 1, 1)) });
  found.push({ term: term(day(date)), next: new Date(Date.UTC(year, month, ofMonth + 1)) });
  return found;
};

const clamp = (date: string, { from, to }: { readonly from: string; readonly to: string }): string =>
  date < from ? from : date > to ? to : date;

/** Terms that cover the days from `from` up to and with that of `to`; none when no line can be there. */
export const coverOf = (
  from: Instant | undefined,
  to: Instant | undefined,
  [first, last]: Years,
): readonly string[] => {
  const known = { from: `${first}-01-01`, to: `${last}-12-31` };
  if ((from ?? known.from).slice(0, 10) > known.to || (to ?? known.to).slice(0, 10) < known.from) return [];
  const end = Date.parse(clamp(to?.slice(0, 10) ?? known.to, known)) + 86_400_000;
  let date = new Date(clamp(from?.slice(0, 10) ?? known.from, known));
  const terms: string[] = [];
  while (date.getTime() < end) {
    const [widest] = stretches(date).filter((stretch) => stretch.next.getTime() <= end);
    if (!widest) break;
    terms.push(widest.term);
    date = widest.next;
  }
  return terms;
};
