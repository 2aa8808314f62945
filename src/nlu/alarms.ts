/**
 * What must be heard in any company: the wish for a person, and danger, court, press or authority. Mostly it is told within an
 * everyday complaint, so each two neighbouring clauses are asked by themselves beside the text as a whole.
 */
import type { Answers, Gist, Placed } from './gist.ts';
import { softmax } from './linear.ts';
import type { Viewed } from './views.ts';

export interface Alarms {
  /** 0–1: how surely somebody wants a person, by the two questions that ask for it. */
  readonly wish: number;
  /** 0–1 for each of the gist's severities. */
  readonly severity: readonly number[];
}

export interface HeardAlarms {
  readonly byWhole: Alarms;
  readonly byAny: Alarms;
}

/** A danger that only a part tells of counts this much of what the whole would have to say. */
const PARTLY = 0.8;
/** Where the whole knows of nothing at all, neither does a part. */
const SILENT = 0.1;

/** The causes of a part nobody asks for. */
const ALARMING = 'intent';

function alarmsIn(
  { classes }: Gist,
  { human, intent, severity }: Answers,
  chances: readonly number[] = softmax(intent),
): Alarms {
  const [asked = 0] = softmax(human);
  const meant = chances[classes.intent.indexOf('human')] ?? 0;
  return { wish: (asked + meant) / 2, severity: softmax(severity) };
}

const isSilent = ({ wish, severity }: Alarms): boolean => wish < SILENT && severity.every((p) => p < SILENT);

/** Of one or two clauses the whole says it all. */
function partsOf(gist: Gist, placed: readonly Placed[]): Alarms[] {
  if (placed.length < 3) return [];
  return placed
    .slice(1)
    .map((clause, i) => alarmsIn(gist, gist.answers([placed[i] as Placed, clause], ALARMING)));
}

const louder = (all: Alarms, part: Alarms): Alarms => ({
  wish: Math.max(all.wish, part.wish),
  severity: all.severity.map((p, i) => Math.max(p, PARTLY * (part.severity[i] as number))),
});

/** `chances`: those of the text's intents, which are known by then. */
export function hearAlarms(gist: Gist, { whole, placed }: Viewed, chances: readonly number[]): HeardAlarms {
  const byWhole = alarmsIn(gist, whole, chances);
  const parts = isSilent(byWhole) ? [] : partsOf(gist, placed);
  return { byWhole, byAny: parts.reduce(louder, byWhole) };
}
