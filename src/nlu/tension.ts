/** How tense a text is, 0 calm to 1 furious, with the words that moved the score. */
import { join } from 'node:path';
import type { Emotion, Trend } from '../domain/reading.ts';
import type { TensionReason } from '../ports/understanding.ts';
import { softmax } from './linear.ts';
import type { Folded } from './normalise.ts';
import { simplify } from './normalise.ts';
import { logit } from './views.ts';
import { readLines, WordMap } from './wordMap.ts';

export interface Tension {
  readonly tension: number;
  readonly reasons: readonly TensionReason[];
}

/** Words with weights: positive ones raise the tension, negative ones lower it. */
export type TensionWords = WordMap<Weight>;

export interface Weight {
  readonly weight: number;
  /** Praise inside a complaint is contrast or sarcasm, and calms nobody. */
  readonly praise: boolean;
}

export function readTensionWords(localesDir: string): TensionWords {
  const words = new WordMap<Weight>();
  for (const lang of ['zh-CN', 'zh-TW', 'en']) {
    for (const line of readLines(join(localesDir, lang, 'lexicon', 'tension.tsv'))) {
      const [word, weight, kind] = line.split('\t');
      if (word !== undefined && weight !== undefined)
        words.add(simplify(word.toLowerCase()), { weight: Number(weight), praise: kind === 'praise' });
    }
  }
  return words;
}

const REPEATED_MARKS = /[!！]{2,}|[?？]{2,}|[!?！？]{3,}/g;
const ONE_BANG = /[!！]/g;
const CAPITALS = /\b[A-Z]{3,}\b/g;
/** Fitted on development rows: where nothing is said, what a complaint weighs, and what words and wording count. */
const RESTING = -0.74;
const COMPLAINT = 1.5;
const WORDS = 0.57;
const WORDING = 0.23;

function signs(original: string): TensionReason[] {
  const found: TensionReason[] = [];
  const runs = original.match(REPEATED_MARKS) ?? [];
  for (const run of runs.slice(0, 3)) found.push({ text: run, weight: 0.6 + 0.1 * Math.min(run.length, 5) });
  if (runs.length === 0 && ONE_BANG.test(original)) found.push({ text: '!', weight: 0.4 });
  ONE_BANG.lastIndex = 0;
  const shouted = original.match(CAPITALS) ?? [];
  if (shouted.length >= 2)
    found.push({ text: shouted.slice(0, 3).join(' '), weight: Math.min(shouted.length, 5) * 0.3 });
  return found;
}

/** The same word again and again: each repetition adds less. */
function wordReasons(folded: Folded, words: TensionWords, complains: number): TensionReason[] {
  const seen = new Map<string, number>();
  const reasons: TensionReason[] = [];
  for (const { at, word, value } of words.in(folded.text)) {
    const times = seen.get(word) ?? 0;
    seen.set(word, times + 1);
    const weight = value.praise ? value.weight * (1 - complains) : value.weight;
    if (times < 3)
      reasons.push({
        text: folded.original(at, at + word.length),
        weight: Math.round((weight / (times + 1)) * 100) / 100,
      });
  }
  return reasons;
}

/** What the models make of a text before its words are weighed. */
export interface Ground {
  /** 0–1: how surely the text complains at all. */
  readonly complains: number;
  /** For each clause how upset and how angry it sounds by its wording alone. */
  readonly clauses: readonly { readonly text: string; readonly felt: readonly number[] }[];
}

/** How far the wording is from calm: upset counts half of angry. */
function wording(felt: readonly number[]): number {
  const [upset = 0, angry = 0] = softmax(felt);
  return upset / 2 + angry;
}

const LONGEST_REASON = 40;
const TELLING = 0.75;

function wordingReasons(clauses: Ground['clauses']): TensionReason[] {
  return clauses.flatMap(({ text, felt }) => {
    const heat = wording(felt);
    return heat < TELLING
      ? []
      : [{ text: text.slice(0, LONGEST_REASON), weight: Math.round(heat * 100) / 100 }];
  });
}

const EDGE = 0.02;

export function tensionOf(original: string, folded: Folded, words: TensionWords, ground: Ground): Tension {
  const { complains, clauses } = ground;
  const told = [...wordReasons(folded, words, complains), ...signs(original)];
  const said = told.reduce((total, reason) => total + reason.weight, COMPLAINT * complains);
  const heat = clauses.reduce((total, { felt }) => total + wording(felt), 0) / (clauses.length || 1);
  const sum = RESTING + WORDS * said + WORDING * logit(heat, EDGE);
  const tension = Math.round((1 / (1 + Math.exp(-sum))) * 100) / 100;
  return { tension, reasons: [...told, ...wordingReasons(clauses)] };
}

export function emotionOf(tension: number): Emotion {
  if (tension >= 0.65) return 'angry';
  return tension >= 0.35 ? 'upset' : 'calm';
}

/** A short answer is calmer than the complaint before it without anybody having calmed: falling counts later than rising. */
const RISEN = 0.12;
const FALLEN = 0.2;

/** `before` is the tension two turns ago, or at the first turn. */
export function trendOf(before: number | undefined, now: number): Trend {
  if (before === undefined) return 'steady';
  if (now - before > RISEN) return 'escalating';
  return before - now > FALLEN ? 'calming' : 'steady';
}
