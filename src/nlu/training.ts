/** Trains all models: the same phrases and seed, the same models. */

import { WANTED_REMEDIES } from '../domain/reading.ts';
import type { Company, Labelled } from './examples.ts';
import { causeTree, encode, flatTree, mixed, toExample } from './examples.ts';
import type { ClassTree, Example, Recipe, WeightTable } from './learn.ts';
import { Learner, meanModel, voicesOf } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import { softmax } from './linear.ts';
import type { Material } from './material.ts';
import {
  causeRows,
  companyOf,
  emotionRows,
  FELT,
  factsOf,
  humanRows,
  intentRows,
  MARKED,
  remedyRows,
  SEVERE,
  severityRows,
} from './material.ts';
import { Panel } from './panel.ts';
import { random } from './random.ts';
import type { ModelName } from './views.ts';
import { MODELS } from './views.ts';

export const RECIPE: Recipe = {
  epochs: 8,
  rate: 0.2,
  decay: 1e-5,
  rarest: 3,
  seed: 2026,
  voices: 3,
  mixed: 0.5,
  company: 12,
  whole: false,
};

function fitOne(
  tree: ClassTree,
  rows: readonly Labelled[],
  plain: readonly Example[],
  lexicon: Lexicon,
  recipe: Recipe,
  company?: Company,
): WeightTable {
  const learner = new Learner(tree, recipe, plain);
  const next = random(recipe.seed);
  for (let epoch = 0; epoch < recipe.epochs; epoch += 1) {
    const examples =
      company === undefined
        ? plain
        : rows.map((row, i) =>
            next() >= recipe.mixed || row.alone
              ? (plain[i] as Example)
              : toExample(mixed(row, company, recipe.company, next), lexicon, recipe.whole),
          );
    learner.pass(examples, epoch);
  }
  return learner.table();
}

export function fitModel(
  tree: ClassTree,
  rows: readonly Labelled[],
  lexicon: Lexicon,
  recipe: Recipe,
  company?: Company,
): LinearModel {
  const plain = rows.map((row) => toExample(row, lexicon, recipe.whole));
  return meanModel(voicesOf(recipe).map((voice) => fitOne(tree, rows, plain, lexicon, voice, company)));
}

/** A text that no writer marked as grave may be so all the same ("got food poisoning" under spoilt goods). */
const DOUBTFUL = 0.8;

/** Severity learns twice: what a first model finds grave among unmarked texts teaches the second nothing. */
function clearRows(
  rows: readonly Labelled[],
  lexicon: Lexicon,
  recipe: Recipe,
  company: Company,
): Labelled[] {
  const first = fitModel(flatTree(SEVERE), rows, lexicon, { ...recipe, epochs: 4, voices: 1 }, company);
  const panel = new Panel({ severity: first });
  const grave = ({ text }: Labelled): boolean =>
    encode(text, lexicon).some((clause) =>
      softmax(panel.score(clause).severity).some((chance) => chance > DOUBTFUL),
    );
  return rows.filter((row) => row.weight >= MARKED || !grave(row));
}

/** How the twins that read texts as wholes learn: beside bare facts at most, as a complaint would drown in praise. */
export const asWhole = (recipe: Recipe): Recipe => ({
  ...recipe,
  rate: 0.4,
  voices: Math.min(2, recipe.voices),
  mixed: 0.3,
  company: 3,
  whole: true,
});

/** The models by name; those not `wanted` are left out. */
export function trainAll(
  material: Material,
  lexicon: Lexicon,
  recipe: Recipe = RECIPE,
  wanted: (name: ModelName) => boolean = () => true,
): Partial<Record<ModelName, LinearModel>> {
  const intents = [...new Set(material.intent.map((p) => p.label))].filter((l) => l !== 'not-human').sort();
  const classes = [...new Set([...intents, 'complaint'])];
  const company = companyOf(material);
  const short = { ...recipe, rate: 0.4, mixed: 0.3, voices: 2 };
  const facts = factsOf(material);
  const whole = asWhole(recipe);
  let clear: Labelled[] | undefined;
  const severity = (): Labelled[] => {
    clear ??= clearRows(severityRows(material), lexicon, short, company);
    return clear;
  };
  const makers: Record<ModelName, () => LinearModel> = {
    cause: () => fitModel(causeTree(), causeRows(material), lexicon, recipe, company),
    'gist.cause': () => fitModel(causeTree(), causeRows(material), lexicon, whole, facts),
    intent: () =>
      fitModel(flatTree(classes), intentRows(material, classes), lexicon, { ...short, company: 3 }, facts),
    'gist.intent': () => fitModel(flatTree(classes), intentRows(material, classes), lexicon, whole, facts),
    human: () => fitModel(flatTree(['human']), humanRows(material), lexicon, short, company),
    'gist.human': () => fitModel(flatTree(['human']), humanRows(material), lexicon, whole, facts),
    severity: () => fitModel(flatTree(SEVERE), severity(), lexicon, short, company),
    'gist.severity': () => fitModel(flatTree(SEVERE), severity(), lexicon, whole, facts),
    emotion: () => fitModel(flatTree(FELT), emotionRows(material), lexicon, { ...short, mixed: 0 }),
    remedy: () => fitModel(flatTree(WANTED_REMEDIES), remedyRows(material), lexicon, short, company),
  };
  return Object.fromEntries(MODELS.filter(wanted).map((name) => [name, makers[name]()]));
}
