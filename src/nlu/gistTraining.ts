/** What the gist network learns from: every text once, with the answers to all questions that its files give. */
import { complaintsOf, factsOf } from './company.ts';
import type { Labelled } from './examples.ts';
import { CAUSE_CLASSES, encode, mixed } from './examples.ts';
import type { Question } from './gist.ts';
import { QUESTIONS } from './gist.ts';
import type { Answer, GistExample, GistRecipe, Voice } from './gistExample.ts';
import { GistLearner } from './gistLearner.ts';
import type { Learned } from './gistVoices.ts';
import { oneOf } from './gistVoices.ts';
import { voicesOf } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import type { Material } from './material.ts';
import { causeRows, humanRows, intentClasses, intentRows, SEVERE, severityRows } from './material.ts';
import { random } from './random.ts';

export const GIST_RECIPE: GistRecipe = {
  axes: 64,
  epochs: 5,
  batch: 256,
  rate: 0.004,
  rarest: 5,
  seed: 11,
  voices: 2,
  hidden: 0.15,
  dulled: 0.2,
  smoothed: 0.1,
};

/** How often a complaint is set among bare facts, and among how many at most; set among praise it would make praise suspect. */
const MIXED = 0.5;
const COMPANY = 3;
/** How often what must be heard in any company, or only sounds like it, is set among complaints: it mostly comes with one. */
const TOLD = 0.4;

interface GistRow {
  readonly labelled: Labelled;
  readonly answers: Partial<Record<Question, Answer>>;
}

function rowsOf(material: Material): Readonly<Record<Question, readonly Labelled[]>> {
  return {
    cause: causeRows(material),
    intent: intentRows(material, intentClasses(material)),
    human: humanRows(material),
    severity: severityRows(material),
  };
}

/** Of a text that stands in several files of one kind the first counts, but a shop's own word counts more. */
function gather(material: Material): GistRow[] {
  const texts = new Map<string, GistRow>();
  const rows = rowsOf(material);
  for (const name of QUESTIONS) {
    for (const labelled of rows[name]) {
      const row = texts.get(labelled.text) ?? { labelled, answers: {} };
      if (labelled.own || row.answers[name] === undefined) row.answers[name] = labelled;
      texts.set(labelled.text, labelled.own ? { ...row, labelled } : row);
    }
  }
  return [...texts.values()];
}

/** What a text still answers when it is set among complaints, for texts that must be heard in any company. */
function heardAmong(material: Material): ReadonlyMap<string, readonly Question[]> {
  const heard = new Map<string, readonly Question[]>();
  for (const { text } of material.severity) heard.set(text, ['severity', 'human']);
  for (const { text, label } of material.intent) {
    if (label === 'human') heard.set(text, ['human', 'intent']);
    if (label === 'not-human') heard.set(text, ['human']);
  }
  return heard;
}

const complains = ({ answers }: GistRow): boolean => (answers.cause?.right.length ?? 0) > 0;

export function learnGist(material: Material, lexicon: Lexicon, recipe: GistRecipe = GIST_RECIPE): Learned {
  const rows = gather(material);
  const example = ({ labelled: { text, own }, answers }: GistRow): GistExample => ({
    clauses: encode(text, lexicon),
    answers,
    own,
  });
  const plain = rows.map(example);
  const facts = factsOf(material);
  const complaints = complaintsOf(material);
  const heard = heardAmong(material);
  const classes = {
    cause: CAUSE_CLASSES,
    intent: intentClasses(material),
    human: ['human'],
    severity: SEVERE,
  };
  const learnOne = (voice: GistRecipe): Voice => {
    const learner = new GistLearner(classes, voice, plain);
    const next = random(voice.seed);
    for (let epoch = 0; epoch < voice.epochs; epoch += 1) {
      const examples = rows.map((row, i): GistExample => {
        if (complains(row) && next() < MIXED)
          return example({ ...row, labelled: mixed(row.labelled, facts, COMPANY, next) });
        const asked = heard.get(row.labelled.text);
        if (asked !== undefined && next() < TOLD) {
          const answers = Object.fromEntries(asked.map((name) => [name, row.answers[name]]));
          return example({ labelled: mixed(row.labelled, complaints, COMPANY, next), answers });
        }
        return plain[i] as GistExample;
      });
      learner.pass(examples, epoch);
    }
    return learner.learned();
  };
  return oneOf(voicesOf(recipe).map(learnOne));
}
