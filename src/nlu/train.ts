/**
 * `npm run train`: learns the models anew from locales/ (with --shop DIR also from a shop's phrases and corrections),
 * compares them with the ones in use on the measuring rows, and keeps the new ones only if no floor falls.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Candidate } from './adopt.ts';
import { adopt, comparison, isUsable } from './adopt.ts';
import { calibrate } from './calibrate.ts';
import { learnDeeds } from './deeds.ts';
import { fitWish } from './fitWish.ts';
import { GIST_RECIPE, learnGist } from './gistTraining.ts';
import { createUnderstanding, MODEL_FILE, shopModel, understandingOf } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { readLexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import type { Material } from './material.ts';
import { readMaterial } from './material.ts';
import type { Figures } from './measure/figures.ts';
import { figuresOf, judge } from './measure/figures.ts';
import { readRows } from './measure/rows.ts';
import { readMind, WORDS_FILE } from './mind.ts';
import type { Trained } from './modelFile.ts';
import { readModel, writeModel } from './modelFile.ts';
import { readCorrections } from './shop.ts';
import { spanEncoder } from './slots/index.ts';
import { readShopNames } from './slots/shopNames.ts';
import { collectWords } from './tagger/collectWords.ts';
import { learnChain } from './tagger/learnChain.ts';
import { taggedTexts } from './tagger/material.ts';
import { readMarked } from './tagger/spanPhrases.ts';
import { WordTable, writeWords } from './tagger/words.ts';
import { RECIPE, trainLinear } from './training.ts';

const root = resolve(import.meta.dirname, '../..');
const locales = join(root, 'locales');
/** The rows' own. */
const timezone = 'Asia/Shanghai';
const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: join(root, '../shared/data/mams.en.train.jsonl') },
    shop: { type: 'string' },
    force: { type: 'boolean', default: false },
    words: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    calibrate: { type: 'boolean', default: false },
  },
});

/** How sure "sure" is hardly moves with a few more phrases: it is fitted anew only when asked for. */
function temperature(material: Material, lexicon: Lexicon): number {
  const known = existsSync(MODEL_FILE) ? readModel(MODEL_FILE).fitted.cause : undefined;
  return values.calibrate || known === undefined ? calibrate(material, lexicon) : known;
}

/** The table of words changes only with jieba's dictionary or natural's lexicon. */
function wordTable(): WordTable {
  if (values.words || !existsSync(WORDS_FILE)) writeWords(WORDS_FILE, collectWords());
  return new WordTable(WORDS_FILE);
}

function learnSpans(lexicon: Lexicon): LinearModel {
  const shop = readShopNames(undefined);
  const encode = spanEncoder({
    localesDir: locales,
    lexicon,
    wordTable: wordTable(),
    shop,
    tagger: undefined,
  });
  return learnChain(taggedTexts(readMarked(locales, 'spans'), encode));
}

function learn(material: Material, file: string): number {
  const lexicon = readLexicon(locales);
  const wanted = (name: string): boolean => values.only?.includes(name) ?? true;
  const known = values.only === undefined ? undefined : readModel(MODEL_FILE);
  const gist = wanted('gist') || known === undefined ? learnGist(material, lexicon) : undefined;
  const models = {
    ...known?.models,
    ...trainLinear(material, lexicon, RECIPE, wanted),
    ...(wanted('deed') ? { deed: learnDeeds(readMarked(locales, 'how'), lexicon) } : {}),
    ...(wanted('spans') ? { spans: learnSpans(lexicon) } : {}),
  };
  const counts = Object.fromEntries(Object.entries(material).map(([kind, rows]) => [kind, rows.length]));
  const trained: Trained = {
    models,
    space: (gist ?? (known as Trained)).space,
    layers: (gist ?? (known as Trained)).layers,
    recipe: { ...RECIPE, gist: GIST_RECIPE, phrases: counts },
    fitted: {
      cause: temperature(material, lexicon),
      severe: 0.6,
      severeHint: 0.16,
      severeLong: 0.3,
      severeSigned: 0.05,
    },
  };
  writeModel(file, trained);
  return writeModel(file, { ...trained, fitted: { ...trained.fitted, human: leastWish(file) } });
}

/** The threshold of the wish for a person that suits the network in this file. */
function leastWish(modelFile: string): number {
  const mind = readMind({ timezone, slots: false, modelFile });
  return fitWish(
    (human) => understandingOf({ ...mind, fitted: { ...mind.fitted, human } }, { timezone }),
    readRows(root, 'dev'),
    readFloors(),
  );
}

function figures(modelFile: string): Figures {
  const understanding = createUnderstanding({ timezone, modelFile });
  return figuresOf(judge(understanding, readRows(root, 'dev')));
}

function readFloors(): Figures {
  const file = join(root, 'test/understanding/floors.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { dev: Figures }).dev : {};
}

function tellCorrections(shop: string): void {
  const { phrases, waiting, bad } = readCorrections(join(shop, 'corrections.jsonl'));
  console.log(
    `corrections: ${phrases.length} learned from, ${waiting} not reviewed yet, ${bad.length} unreadable`,
  );
  if (bad.length > 0) console.log(`unreadable lines: ${bad.join(', ')}`);
}

const started = performance.now();
if (!existsSync(values.groups))
  console.log('no English group rows given (--groups): English learns from the phrases alone');
if (values.shop !== undefined) tellCorrections(values.shop);
const target = values.shop === undefined ? MODEL_FILE : shopModel(values.shop);
const candidate = `${target}.new`;
mkdirSync(dirname(target), { recursive: true });
const bytes = learn(readMaterial(locales, values.groups, values.shop), candidate);
console.log(`${bytes} bytes in ${Math.round((performance.now() - started) / 1000)} s`);
const inUse = existsSync(target) ? target : MODEL_FILE;
const learned: Candidate = {
  file: candidate,
  target,
  before: isUsable(inUse) ? figures(inUse) : undefined,
  after: figures(candidate),
  floors: readFloors(),
  force: values.force,
};
console.log(comparison(learned));
const below = adopt(learned);
if (below.length > 0) {
  console.log(`refused: below the floor in ${below.join(', ')}; the model in use stays`);
  process.exitCode = 1;
} else {
  console.log('kept');
}
