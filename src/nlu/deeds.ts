/** Learns which clause of a report tells what happened. */
import { clausesOf } from './clauses.ts';
import { flatTree } from './examples.ts';
import { featuresOf } from './features.ts';
import type { Example, Recipe } from './learn.ts';
import { Learner, meanModel, voicesOf } from './learn.ts';
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
  return clauses.map((clause, i) => {
    const middle = clause.at + clause.text.length / 2;
    const told = spans.some(({ from, to }) => from <= middle && middle < to);
    const features = featuresOf(clause, clauses[i - 1], clauses[i + 1], lexicon);
    return { clauses: [features], right: told ? [0] : [], weight: 1 };
  });
}

export function learnDeeds(
  marked: readonly MarkedText[],
  lexicon: Lexicon,
  recipe: Recipe = FEW,
): LinearModel {
  const examples = marked.flatMap((one) => clausesIn(one, lexicon));
  const tables = voicesOf(recipe).map((voice) => {
    const learner = new Learner(flatTree(['deed']), voice, examples);
    for (let epoch = 0; epoch < voice.epochs; epoch += 1) learner.pass(examples, epoch);
    return learner.table();
  });
  return meanModel(tables);
}
