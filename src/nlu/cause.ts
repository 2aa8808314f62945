/** From clause scores to a cause: the likeliest group and sub-cause, how sure, the runner-up, and others meant too. */
import type { CauseGroup, SubCause } from '../domain/cause.ts';
import { CAUSES } from '../domain/cause.ts';
import type { CauseReading } from '../ports/understanding.ts';
import { softmax } from './linear.ts';
import type { Scores, Viewed } from './views.ts';
import { causeScores, logit } from './views.ts';

const GROUPS = Object.keys(CAUSES) as CauseGroup[];

interface NamedCause {
  readonly group: CauseGroup;
  readonly sub: SubCause;
}

export interface CauseScores {
  /** Probability that the text complains of anything. */
  readonly complains: number;
  readonly reading: CauseReading | undefined;
}

const round = (p: number): number => Math.round(p * 1000) / 1000;

/** A group's share of all that is complained of, and its likeliest cause. */
interface Share {
  readonly group: CauseGroup;
  readonly sub: SubCause | undefined;
  readonly p: number;
}

const told = ({ group, sub, p }: Share): Pick<CauseReading, 'group' | 'sub' | 'confidence'> => ({
  group,
  ...(sub === undefined ? {} : { sub }),
  confidence: round(p),
});

/** A clause must be this sure of its cause, which no score below can be, "none" having the score 0. */
const CLEAR = 0.6;
const LEAST_CLEAR = logit(CLEAR);

function topOf(scores: readonly number[]): number {
  let top = 0;
  for (let c = 1; c < scores.length; c += 1) if ((scores[c] as number) > (scores[top] as number)) top = c;
  return top;
}

/** Causes of single clauses that stand clearly for themselves. */
function alsoOf(
  clauses: readonly Scores[],
  causes: readonly NamedCause[],
  { group, sub }: Share,
): { also?: NamedCause[] } {
  const also: (NamedCause & { readonly p: number })[] = [];
  for (const clause of clauses) {
    const c = topOf(clause.cause);
    if ((clause.cause[c] as number) < LEAST_CLEAR) continue;
    const p = softmax(clause.cause)[c] as number;
    const cause = causes[c] as NamedCause;
    if (p < CLEAR || (cause.group === group && cause.sub === sub)) continue;
    if (!also.some((known) => known.sub === cause.sub && known.group === cause.group))
      also.push({ ...cause, p });
  }
  also.sort((a, b) => b.p - a.p);
  return also.length === 0 ? {} : { also: also.map(({ group: g, sub: s }) => ({ group: g, sub: s })) };
}

/** Its classes are taken apart once, not with every text. */
export class CauseReader {
  readonly #causes: readonly NamedCause[];
  readonly #temperature: number;

  constructor(classes: readonly string[], temperature: number) {
    this.#causes = classes.map((name): NamedCause => {
      const dot = name.indexOf('.');
      return { group: name.slice(0, dot) as CauseGroup, sub: name.slice(dot + 1) as SubCause };
    });
    this.#temperature = temperature;
  }

  read({ clauses, whole }: Viewed): CauseScores {
    const scores = causeScores(
      clauses.map(({ cause }) => cause),
      whole.cause,
    );
    const chances = softmax(scores, this.#temperature);
    const complains = chances.reduce((sum, p) => sum + p, 0);
    const shares = GROUPS.map((group) => this.#shareOf(group, chances, complains)).sort((a, b) => b.p - a.p);
    const [first, second] = shares as [Share, Share];
    return {
      complains,
      reading: { ...told(first), runnerUp: told(second), ...alsoOf(clauses, this.#causes, first) },
    };
  }

  #shareOf(group: CauseGroup, chances: readonly number[], complains: number): Share {
    let sum = 0;
    let top = -1;
    for (let c = 0; c < chances.length; c += 1) {
      if ((this.#causes[c] as NamedCause).group !== group) continue;
      const p = chances[c] as number;
      sum += p;
      if (top < 0 || p > (chances[top] as number)) top = c;
    }
    return { group, sub: this.#causes[top]?.sub, p: sum / (complains || 1) };
  }
}
