/** Trains the linear models: the same phrases and seed, the same models. */

import { WANTED_REMEDIES } from '../domain/reading.ts';
import { companyOf } from './company.ts';
import type { Company, Labelled } from './examples.ts';
import { causeTree, flatTree, mixed, toExample } from './examples.ts';
import type { ClassTree, Example, Recipe } from './learn.ts';
import { learnFrom } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import type { Material } from './material.ts';
import { causeRows, emotionRows, FELT, remedyRows } from './material.ts';

export const RECIPE: Recipe = {
  epochs: 8,
  rate: 0.2,
  decay: 1e-5,
  rarest: 3,
  seed: 2026,
  voices: 3,
  mixed: 0.5,
  company: 12,
};

export function fitModel(
  tree: ClassTree,
  rows: readonly Labelled[],
  lexicon: Lexicon,
  recipe: Recipe,
  company?: Company,
): LinearModel {
  const plain = rows.map((row) => toExample(row, lexicon));
  if (company === undefined) return learnFrom(tree, plain, recipe);
  return learnFrom(tree, plain, recipe, (next) =>
    rows.map((row, i) =>
      next() >= recipe.mixed
        ? (plain[i] as Example)
        : toExample(mixed(row, company, recipe.company, next), lexicon),
    ),
  );
}

/** What learns from whole texts. */
const FROM_TEXTS = ['cause', 'emotion', 'remedy'] as const;
type FromTexts = (typeof FROM_TEXTS)[number];

/** The models by name; those not `wanted` are left out. */
export function trainLinear(
  material: Material,
  lexicon: Lexicon,
  recipe: Recipe = RECIPE,
  wanted: (name: FromTexts) => boolean = () => true,
): Partial<Record<FromTexts, LinearModel>> {
  const company = companyOf(material);
  const short = { ...recipe, rate: 0.4, mixed: 0.3, voices: 2 };
  const makers: Record<FromTexts, () => LinearModel> = {
    cause: () => fitModel(causeTree(), causeRows(material), lexicon, recipe, company),
    emotion: () => fitModel(flatTree(FELT), emotionRows(material), lexicon, { ...short, mixed: 0 }),
    remedy: () => fitModel(flatTree(WANTED_REMEDIES), remedyRows(material), lexicon, short, company),
  };
  return Object.fromEntries(FROM_TEXTS.filter(wanted).map((name) => [name, makers[name]()]));
}
