/** `npm run train`: learns the models anew from locales/ and writes src/nlu/model/understanding.bin. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readLexicon } from './lexicon.ts';
import { writeModel } from './modelFile.ts';
import { RECIPE, readMaterial, trainAll } from './training.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { groups: { type: 'string', default: join(root, '../shared/data/mams.en.train.jsonl') } },
});

const started = performance.now();
if (!existsSync(values.groups)) console.log(`no ${values.groups}: English is learned from the phrases alone`);
const locales = join(root, 'locales');
const material = readMaterial(locales, values.groups);
const models = trainAll(material, readLexicon(locales));
mkdirSync(join(root, 'src/nlu/model'), { recursive: true });
const counts = Object.fromEntries(Object.entries(material).map(([kind, rows]) => [kind, rows.length]));
const bytes = writeModel(join(root, 'src/nlu/model/understanding.bin'), {
  models,
  recipe: { ...RECIPE, phrases: counts },
  fitted: { human: 0.6, humanSigned: 0.03, severe: 0.5, severeSigned: 0.02 },
});
console.log(`${JSON.stringify(counts)} → ${bytes} bytes in ${Math.round(performance.now() - started)} ms`);
