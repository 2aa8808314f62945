/** From clause scores to a cause: the likeliest group and sub-cause, how sure, the runner-up, and others meant too. */
import type { CauseGroup, SubCause } from '../domain/cause.ts';
import { CAUSES } from '../domain/cause.ts';
import type { CauseReading } from '../ports/understanding.ts';
import { softmax } from './linear.ts';
import { remembered } from './remembered.ts';
import type { Scores, Viewed } from './views.ts';
import { causeScores, logit } from './views.ts';

const GROUPS = Object.keys(CAUSES) as CauseGroup[];

interface Named {
  readonly group: CauseGroup;
  readonly sub: SubCause;
  readonly p: number;
}

export interface CauseScores {
  /** Probability that the text complains of anything. */
  readonly complains: number;
  readonly reading: CauseReading | undefined;
}

/** The classes are the same with every text: their names are taken apart once. */
const split = remembered((name): { group: CauseGroup; sub: SubCause } => {
  const dot = name.indexOf('.');
  return { group: name.slice(0, dot) as CauseGroup, sub: name.slice(dot + 1) as SubCause };
}, 100);

function best(named: readonly Named[], group: CauseGroup): Named | undefined {
  return named.filter((one) => one.group === group).sort((a, b) => b.p - a.p)[0];
}

const round = (p: number): number => Math.round(p * 1000) / 1000;

export function readCause(viewed: Viewed, classes: readonly string[], temperature: number): CauseScores {
  const chances = softmax(
    causeScores(
      viewed.clauses.map(({ cause }) => cause),
      viewed.whole.cause,
    ),
    temperature,
  );
  const named = classes.map((name, i) => ({ ...split(name), p: chances[i] as number }));
  const complains = named.reduce((sum, one) => sum + one.p, 0);
  const groups = GROUPS.map((group) => ({
    group,
    p: named.reduce((sum, one) => (one.group === group ? sum + one.p : sum), 0) / (complains || 1),
  })).sort((a, b) => b.p - a.p);
  const [first, second] = groups as [(typeof groups)[number], (typeof groups)[number]];
  const top = best(named, first.group);
  const next = best(named, second.group);
  return {
    complains,
    reading: {
      group: first.group,
      ...(top === undefined ? {} : { sub: top.sub }),
      confidence: round(first.p),
      runnerUp: {
        group: second.group,
        ...(next === undefined ? {} : { sub: next.sub }),
        confidence: round(second.p),
      },
      ...alsoOf(viewed.clauses, classes, first.group, top?.sub),
    },
  };
}

/** A clause must be this sure of its cause, which no score below can be, "none" having the score 0. */
const CLEAR = 0.6;
const LEAST_CLEAR = logit(CLEAR);

/** Causes of single clauses that stand clearly for themselves. */
function alsoOf(
  clauses: readonly Scores[],
  classes: readonly string[],
  group: CauseGroup,
  sub: SubCause | undefined,
): { also?: { group: CauseGroup; sub: SubCause }[] } {
  const also: { group: CauseGroup; sub: SubCause; p: number }[] = [];
  for (const clause of clauses) {
    const top = Math.max(...clause.cause);
    if (top < LEAST_CLEAR) continue;
    const c = clause.cause.indexOf(top);
    const p = softmax(clause.cause)[c] as number;
    const cause = split(classes[c] as string);
    if (p < CLEAR || (cause.group === group && cause.sub === sub)) continue;
    if (!also.some((known) => known.sub === cause.sub && known.group === cause.group))
      also.push({ ...cause, p });
  }
  also.sort((a, b) => b.p - a.p);
  return also.length === 0 ? {} : { also: also.map(({ group: g, sub: s }) => ({ group: g, sub: s })) };
}
