/** Trains all models from the phrases of locales/ (and a shop's own): the same phrases and seed, the same file. */
import { existsSync, readFileSync } from 'node:fs';
import type { Company, Labelled } from './examples.ts';
import { CAUSE_CLASSES, causeTree, flatTree, mixed, rightOf, toExample } from './examples.ts';
import type { ClassTree, Recipe } from './learn.ts';
import { Learner } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import type { Phrase } from './phrases.ts';
import { readPhrases } from './phrases.ts';
import { random } from './random.ts';

export interface Material {
  readonly cause: readonly Phrase[];
  readonly intent: readonly Phrase[];
  readonly severity: readonly Phrase[];
  readonly plain: readonly Phrase[];
  /** Foreign sentences of which only the cause group is known. */
  readonly groups: readonly Phrase[];
}

export const RECIPE: Recipe = {
  epochs: 8,
  rate: 0.1,
  decay: 1e-5,
  rarest: 2,
  seed: 20_26,
  mixed: 0.5,
  company: 8,
};
/** Intents that say nothing of a cause. */
const CAUSELESS = new Set([
  'praise',
  'question',
  'status',
  'cancel',
  'human',
  'go-on',
  'yes',
  'no',
  'unsure',
  'language',
  'delete-data',
  'greeting',
  'thanks',
  'inform',
]);

export function readMaterial(localesDir: string, extra?: string): Material {
  return {
    cause: readPhrases(localesDir, 'cause'),
    intent: readPhrases(localesDir, 'intent'),
    severity: readPhrases(localesDir, 'severity'),
    plain: readPhrases(localesDir, 'plain'),
    groups: extra === undefined ? [] : readGroups(extra),
  };
}

function readGroups(file: string): Phrase[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text: string; cause: string })
    .map(({ text, cause }) => ({ text, label: cause, lang: 'en' }));
}

const label = (phrase: Phrase, classes: readonly string[], weight = 1): Labelled => ({
  text: phrase.text,
  right: rightOf(phrase.label, classes),
  weight,
  english: phrase.lang === 'en',
});

export function causeRows(material: Material): Labelled[] {
  return [
    ...material.cause.map((phrase) => label(phrase, CAUSE_CLASSES)),
    ...material.groups.map((phrase) => label(phrase, CAUSE_CLASSES, 0.7)),
    ...material.intent
      .filter((p) => CAUSELESS.has(p.label))
      .map((phrase) => label({ ...phrase, label: '-' }, [])),
    ...material.plain.map((phrase) => label({ ...phrase, label: '-' }, [])),
  ];
}

export function intentRows(material: Material, classes: readonly string[]): Labelled[] {
  return [
    ...material.intent.filter((p) => classes.includes(p.label)).map((phrase) => label(phrase, classes)),
    ...material.cause.map((phrase) => label({ ...phrase, label: 'complaint' }, classes, 0.08)),
  ];
}

export function humanRows(material: Material): Labelled[] {
  const classes = ['human'];
  return [
    ...material.intent.map((phrase) => label(phrase, classes, phrase.label === 'human' ? 4 : 1)),
    ...material.cause.map((phrase) => label(phrase, classes, 0.3)),
    ...material.severity.map((phrase) => label(phrase, [], 0.5)),
  ];
}

export function severityRows(material: Material): Labelled[] {
  return [
    ...material.severity.map((phrase) => label(phrase, SEVERE, SEVERE.includes(phrase.label) ? 3 : 1)),
    ...material.cause.filter((p) => !p.label.endsWith('.safety')).map((phrase) => label(phrase, [], 0.3)),
    ...material.intent.filter((p) => CAUSELESS.has(p.label)).map((phrase) => label(phrase, [], 0.3)),
  ];
}

export const SEVERE: readonly string[] = ['safety', 'legal', 'media', 'regulator'];

export function fitModel(
  tree: ClassTree,
  rows: readonly Labelled[],
  lexicon: Lexicon,
  recipe: Recipe,
  company?: Company,
): LinearModel {
  const plain = rows.map((row) => toExample(row, lexicon));
  const learner = new Learner(tree, recipe, plain);
  const next = random(recipe.seed);
  for (let epoch = 0; epoch < recipe.epochs; epoch += 1) {
    const examples =
      company === undefined
        ? plain
        : rows.map((row, i) =>
            next() >= recipe.mixed
              ? (plain[i] as (typeof plain)[number])
              : toExample(mixed(row, company, recipe.company, next), lexicon),
          );
    learner.pass(examples, epoch);
  }
  return learner.model();
}

export function companyOf(material: Material): Company {
  return {
    praise: [
      ...material.plain.filter((p) => p.label === 'praise'),
      ...material.intent.filter((p) => p.label === 'praise'),
    ],
    plain: material.plain.filter((p) => p.label !== 'praise'),
    turns: {
      zh: ['但是', '就是', '不过', '可惜', '可是', '唯一不足', ''],
      en: ['but', 'however', 'only', 'sadly', ''],
    },
  };
}

export function trainAll(
  material: Material,
  lexicon: Lexicon,
  recipe: Recipe = RECIPE,
): Record<string, LinearModel> {
  const intents = [...new Set(material.intent.map((p) => p.label))].filter((l) => l !== 'not-human').sort();
  const classes = [...new Set([...intents, 'complaint'])];
  const company = companyOf(material);
  const short = { ...recipe, rate: 0.4, mixed: 0.3 };
  return {
    cause: fitModel(causeTree(), causeRows(material), lexicon, recipe, company),
    intent: fitModel(flatTree(classes), intentRows(material, classes), lexicon, short),
    human: fitModel(flatTree(['human']), humanRows(material), lexicon, short, company),
    severity: fitModel(flatTree(SEVERE), severityRows(material), lexicon, short, company),
  };
}
