/** Learns which clause of a report tells what happened. */
import { clausesOf } from './clauses.ts';
import { flatTree } from './examples.ts';
import { featuresOf } from './features.ts';
import type { Example, Recipe } from './learn.ts';
import { learnFrom } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import { fold } from './normalise.ts';
import type { MarkedText } from './tagger/spanPhrases.ts';
import { RECIPE } from './training.ts';

/** Reports are few: what two of them share is learned already. */
const FEW: Recipe = { ...RECIPE, rarest: 2 };

/** Each clause by itself, seen beside its neighbours; the one that lies within the mark is right. */
function clausesIn({ text, spans }: MarkedText, lexicon: Lexicon): Example[] {
  const folded = fold(text);
  if (folded.text.length !== text.length) return [];
  const clauses = clausesOf(folded.text);
  const features = featuresOf(clauses, lexicon);
  return clauses.map(({ at, text: clause }, i) => {
    const middle = at + clause.length / 2;
    const told = spans.some(({ from, to }) => from <= middle && middle < to);
    return { clauses: [features[i] as number[]], right: told ? [0] : [], weight: 1 };
  });
}

export function learnDeeds(
  marked: readonly MarkedText[],
  lexicon: Lexicon,
  recipe: Recipe = FEW,
): LinearModel {
  const examples = marked.flatMap((one) => clausesIn(one, lexicon));
  return learnFrom(flatTree(['deed']), examples, recipe);
}
