/** How sure is sure: fits the temperature at which the confidence of a cause means what it says. */
import { companyOf } from './company.ts';
import type { Labelled } from './examples.ts';
import { CAUSE_CLASSES, causeTree, encode, mixed } from './examples.ts';
import { Gist } from './gist.ts';
import { GistSpace } from './gistSpace.ts';
import { learnGist } from './gistTraining.ts';
import type { Recipe } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { softmax } from './linear.ts';
import type { Material } from './material.ts';
import { causeRows } from './material.ts';
import { Panel } from './panel.ts';
import type { Phrase } from './phrases.ts';
import { random } from './random.ts';
import { fitModel, RECIPE } from './training.ts';
import { causeScores } from './views.ts';

const FOLDS = 5;
const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4];

const groupOf = (cause: string): string => cause.split('.')[0] ?? '';

/** The one group that all causes of a row belong to: a message without a complaint has none, a bare report any. */
function groupOfRow({ right }: Labelled): string | undefined {
  const groups = new Set(right.map((c) => groupOf(CAUSE_CLASSES[c] ?? '')));
  return groups.size === 1 ? [...groups][0] : undefined;
}

/** How surely the right group was named, at a temperature. */
function likelihood(
  scores: readonly { readonly pooled: readonly number[]; readonly group: string }[],
  temperature: number,
): number {
  return scores.reduce((sum, { pooled, group }) => {
    const chances = softmax(pooled, temperature);
    const complains = chances.reduce((a, b) => a + b, 0);
    const own = CAUSE_CLASSES.reduce(
      (all, name, c) => (groupOf(name) === group ? all + (chances[c] as number) : all),
      0,
    );
    return sum + Math.log(Math.max(own / complains, 1e-6));
  }, 0);
}

/** What is left to learn from when some texts shall stay unseen. */
function without(material: Material, unseen: readonly Labelled[]): Material {
  const texts = new Set(unseen.map(({ text }) => text));
  const left = Object.entries(material).map(([kind, phrases]: [string, readonly Phrase[]]) => [
    kind,
    phrases.filter(({ text }) => !texts.has(text)),
  ]);
  return Object.fromEntries(left) as Material;
}

/** The temperature that makes confidence mean what it says, on a fifth of the rows that the model did not see. */
export function calibrate(material: Material, lexicon: Lexicon, recipe: Recipe = RECIPE): number {
  const rows = causeRows(material);
  const unseen = (_: Labelled, i: number): boolean => i % FOLDS === 0;
  const seen = rows.filter((row, i) => !unseen(row, i));
  const company = companyOf(material);
  const brief = { ...recipe, epochs: 6, voices: 1 };
  const linear = fitModel(causeTree(), seen, lexicon, brief, company);
  const { space, layers } = learnGist(without(material, rows.filter(unseen)), lexicon);
  const panel = new Panel({ cause: linear });
  const points = new GistSpace(space);
  const gist = new Gist(layers);
  const next = random(recipe.seed);
  const scoresOf = (text: string): number[] => {
    const clauses = encode(text, lexicon);
    const scores = clauses.map((clause) => panel.score(clause));
    const placed = clauses.map((clause) => ({ point: points.place(clause), size: clause.length }));
    return causeScores(
      scores.map(({ cause }) => cause),
      gist.answers(placed).cause,
    );
  };
  const scores = rows.filter(unseen).flatMap((row) => {
    const group = groupOfRow(row);
    if (group === undefined) return [];
    const { text } = next() < 0.5 ? row : mixed(row, company, 4, next);
    return [{ pooled: scoresOf(text), group }];
  });
  const best = TEMPERATURES.map((t) => ({ t, fit: likelihood(scores, t) })).sort((a, b) => b.fit - a.fit)[0];
  return best?.t ?? 1;
}
