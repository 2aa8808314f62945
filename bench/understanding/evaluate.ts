/** `npm run evaluate`: every figure of the recogniser against the yardsticks, as a table, JSON and a picture. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createUnderstanding } from '../../src/nlu/index.ts';
import type { Judged } from '../../src/nlu/measure/figures.ts';
import {
  causeGuesses,
  figuresOf,
  guesses,
  judge,
  slotScores,
  subGuesses,
} from '../../src/nlu/measure/figures.ts';
import type { Part } from '../../src/nlu/measure/rows.ts';
import { readRows } from '../../src/nlu/measure/rows.ts';
import type { Guess } from '../../src/nlu/measure/score.ts';
import { calibration, confusionOf, ratesOf, scoreOf } from '../../src/nlu/measure/score.ts';
import { readPhrases } from '../../src/nlu/phrases.ts';
import { leaksOf } from './leaks.ts';
import { pictureOf } from './picture.ts';
import { speedOf } from './speed.ts';
import type { Yardstick } from './yardsticks.ts';
import { bayes, keywords, nlpjs } from './yardsticks.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { part: { type: 'string', default: 'dev,final' }, alone: { type: 'boolean', default: false } },
});
const understanding = createUnderstanding({ timezone: 'Asia/Shanghai' });
const phrases = readPhrases(join(root, 'locales'), 'cause');

const pct = (share: number): string => share.toFixed(3);
/** How tense a text is decides between the three that are not grave; that is scored as emotion. */
const graveOrNormal = (severity: string): string =>
  ['high', 'low'].includes(severity) ? 'normal' : severity;
const SETS = ['in-domain', 'mixed', 'long', 'zh-tw', 'en', 'adversarial'];

/** With all 27,000 phrases nlp.js answers nearly always the same (0.43 of 555 rows); with every eighth it does best (0.53). */
const NLPJS_SHARE = 8;

async function yardsticks(): Promise<[string, Yardstick][]> {
  if (values.alone) return [];
  return [
    ['natural Bayes', bayes(phrases)],
    ['keyword list', keywords(root)],
    ['nlp.js', await nlpjs(phrases.filter((_, i) => i % NLPJS_SHARE === 0))],
  ];
}

function line(name: string, list: readonly Guess[]): void {
  const { rows, accuracy, macroF1 } = scoreOf(list);
  console.log(
    `  ${name.padEnd(16)} n ${String(rows).padStart(4)}  accuracy ${pct(accuracy)}  macro-F1 ${pct(macroF1)}`,
  );
}

async function causes(judged: readonly Judged[], others: readonly [string, Yardstick][]): Promise<void> {
  for (const set of SETS) {
    const own = judged.filter(
      ({ row }) => row.set === set && row.group !== undefined && row.group !== 'none',
    );
    if (own.length === 0) continue;
    console.log(`cause group, ${set}`);
    line('CalmDesk', causeGuesses(own));
    for (const [name, classify] of others) {
      const list = await Promise.all(
        own.map(async ({ row }) => ({ truth: row.group ?? '', guess: await classify(row.text) })),
      );
      line(name, list);
    }
  }
}

function reliability(list: readonly Guess[]): void {
  console.log('confidence: how many of those were right');
  for (const { from, rows, right } of calibration(list)) {
    console.log(
      `  from ${from.toFixed(1)}  ${String(rows).padStart(4)} rows  ${rows === 0 ? '  -' : pct(right / rows)}`,
    );
  }
}

function perLabel(title: string, list: readonly Guess[]): void {
  console.log(title);
  for (const label of [...new Set(list.map((one) => one.truth))].sort()) {
    const { rows, precision, recall, f1 } = ratesOf(list, label);
    console.log(
      `  ${label.padEnd(26)} n ${String(rows).padStart(4)}  precision ${pct(precision)}  recall ${pct(recall)}  F1 ${pct(f1)}`,
    );
  }
}

function report(judged: readonly Judged[], part: Part): void {
  const subs = subGuesses(judged);
  reliability(causeGuesses(judged));
  perLabel('cause group, all sets', causeGuesses(judged));
  perLabel('sub-cause', subs);
  perLabel(
    'intent',
    guesses(
      judged,
      (row) => row.intent,
      (reading) => reading.intent,
    ),
  );
  perLabel(
    'severity',
    guesses(
      judged,
      (row) => (row.severity === undefined ? undefined : graveOrNormal(row.severity)),
      (reading) => graveOrNormal(reading.severity),
    ),
  );
  perLabel(
    'emotion',
    guesses(
      judged,
      (row) => row.emotion,
      (reading) => reading.emotion,
    ),
  );
  console.log('slots, by exact span, by value, by touching words; of what was found, what was said');
  for (const { name, rows, span, value, touched, there } of slotScores(judged)) {
    const said = there === undefined ? '-' : pct(there);
    const figures = `span ${pct(span)}  value ${pct(value)}  touched ${pct(touched)}  there ${said}`;
    console.log(`  ${name.padEnd(8)} n ${String(rows).padStart(4)}  ${figures}`);
  }
  const labels = [...new Set(subs.flatMap((one) => [one.truth, one.guess]))].sort();
  writeFileSync(
    join(out, `confusion.${part}.svg`),
    pictureOf(confusionOf(subs), labels, `Sub-causes, ${part}: truth down, guess across`),
  );
}

const out = join(root, 'bench/results');
mkdirSync(out, { recursive: true });
const others = await yardsticks();
const all: Record<string, unknown> = {};
for (const part of values.part.split(',') as Part[]) {
  const rows = readRows(root, part);
  const judged = judge(understanding, rows);
  console.log(`\n== ${part}: ${rows.length} rows ==`);
  const leaks = leaksOf(rows, [
    ...phrases,
    ...readPhrases(join(root, 'locales'), 'intent'),
    ...readPhrases(join(root, 'locales'), 'severity'),
  ]);
  console.log(`rows too like a training phrase: ${leaks.length}`);
  for (const { row, phrase, likeness } of leaks.slice(0, 10))
    console.log(`  ${pct(likeness)} ${row.id} ${row.text} ~ ${phrase}`);
  await causes(judged, others);
  report(judged, part);
  all[part] = figuresOf(judged);
  console.log('figures', JSON.stringify(all[part], null, 1));
}
all.speed = speedOf(understanding, readRows(root, 'dev'));
console.log('speed', JSON.stringify(all.speed));
writeFileSync(join(out, 'understanding.json'), `${JSON.stringify(all, null, 2)}\n`);
