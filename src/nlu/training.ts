/** Trains all models: the same phrases and seed, the same models. */

import { WANTED_REMEDIES } from '../domain/reading.ts';
import type { Company, Labelled } from './examples.ts';
import { CAUSE_CLASSES, causeTree, encode, flatTree, mixed, toExample } from './examples.ts';
import type { ClassTree, Example, Recipe, WeightTable } from './learn.ts';
import { Learner, meanModel, voicesOf } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import { pool, softmax } from './linear.ts';
import type { Material } from './material.ts';
import {
  causeRows,
  companyOf,
  emotionRows,
  FELT,
  humanRows,
  intentRows,
  MARKED,
  remedyRows,
  SEVERE,
  severityRows,
} from './material.ts';
import { Panel } from './panel.ts';
import { random } from './random.ts';
import type { ModelName } from './verdicts.ts';
import { MODELS } from './verdicts.ts';

export const RECIPE: Recipe = {
  epochs: 8,
  rate: 0.2,
  decay: 1e-5,
  rarest: 2,
  seed: 2026,
  voices: 3,
  mixed: 0.5,
  company: 12,
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
            next() >= recipe.mixed
              ? (plain[i] as Example)
              : toExample(mixed(row, company, recipe.company, next), lexicon),
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
  const plain = rows.map((row) => toExample(row, lexicon));
  return meanModel(voicesOf(recipe).map((voice) => fitOne(tree, rows, plain, lexicon, voice, company)));
}

/** A text that no writer marked as grave may be so all the same ("got food poisoning" under spoilt goods). */
const DOUBTFUL = 0.8;

/** Learns twice: what the first model finds grave among unmarked texts teaches the second nothing. */
function fitSeverity(material: Material, lexicon: Lexicon, recipe: Recipe, company: Company): LinearModel {
  const tree = flatTree(SEVERE);
  const rows = severityRows(material);
  const first = fitModel(tree, rows, lexicon, { ...recipe, epochs: 4 }, company);
  const panel = new Panel({ severity: first });
  const grave = ({ text }: Labelled): boolean =>
    encode(text, lexicon).some((clause) =>
      softmax(panel.score(clause).severity).some((chance) => chance > DOUBTFUL),
    );
  return fitModel(
    tree,
    rows.filter((row) => row.weight >= MARKED || !grave(row)),
    lexicon,
    recipe,
    company,
  );
}

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
  const makers: Record<ModelName, () => LinearModel> = {
    cause: () => fitModel(causeTree(), causeRows(material), lexicon, recipe, company),
    intent: () => fitModel(flatTree(classes), intentRows(material, classes), lexicon, short),
    human: () => fitModel(flatTree(['human']), humanRows(material), lexicon, short, company),
    severity: () => fitSeverity(material, lexicon, short, company),
    emotion: () => fitModel(flatTree(FELT), emotionRows(material), lexicon, { ...short, mixed: 0 }),
    remedy: () => fitModel(flatTree(WANTED_REMEDIES), remedyRows(material), lexicon, short, company),
  };
  return Object.fromEntries(MODELS.filter(wanted).map((name) => [name, makers[name]()]));
}

const FOLDS = 5;
const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4];

/** How surely the right group was named, at a temperature; no complaint left out. */
function likelihood(
  scores: readonly { pooled: Float64Array; right: readonly number[] }[],
  temperature: number,
): number {
  return scores.reduce((sum, { pooled, right }) => {
    const chances = softmax(pooled, temperature);
    const complains = chances.reduce((a, b) => a + b, 0);
    const group = CAUSE_CLASSES[right[0] as number]?.split('.')[0] ?? '';
    const own = CAUSE_CLASSES.reduce(
      (all, name, c) => (name.startsWith(`${group}.`) ? all + (chances[c] as number) : all),
      0,
    );
    return sum + Math.log(Math.max(own / complains, 1e-6));
  }, 0);
}

/** The temperature that makes confidence mean what it says, on a fifth of the rows that the model did not see. */
export function calibrate(material: Material, lexicon: Lexicon, recipe: Recipe = RECIPE): number {
  const rows = causeRows(material);
  const unseen = (_: Labelled, i: number): boolean => i % FOLDS === 0;
  const seen = rows.filter((row, i) => !unseen(row, i));
  const company = companyOf(material);
  const model = fitModel(causeTree(), seen, lexicon, { ...recipe, epochs: 6, voices: 1 }, company);
  const panel = new Panel({ cause: model });
  const next = random(recipe.seed);
  const scores = rows
    .filter((row, i) => unseen(row, i) && row.right.length > 0)
    .map((row) => ({
      pooled: pool(
        encode((next() < 0.5 ? row : mixed(row, company, 4, next)).text, lexicon).map(
          (clause) => panel.score(clause).cause,
        ),
        CAUSE_CLASSES.length,
      ),
      right: row.right,
    }));
  const best = TEMPERATURES.map((t) => ({ t, fit: likelihood(scores, t) })).sort((a, b) => b.fit - a.fit)[0];
  return best?.t ?? 1;
}
