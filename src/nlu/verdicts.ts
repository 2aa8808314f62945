/** Intent and severity: the models' word and the sure signs, weighed. */
import type { Severity } from '../domain/reading.ts';
import type { Intent } from '../ports/understanding.ts';
import type { Scorer } from './linear.ts';
import { pool, softmax } from './linear.ts';
import type { Signs } from './signs.ts';
import { shows } from './signs.ts';

export interface Judge {
  readonly scorers: Readonly<Record<'cause' | 'intent' | 'human' | 'severity', Scorer>>;
  readonly fitted: Readonly<Record<string, number>>;
  readonly human: Signs;
  readonly severe: Signs;
}

export interface Heard {
  readonly features: readonly (readonly number[])[];
  readonly text: string;
  /** 0–1: how surely the text complains of anything. */
  readonly complains: number;
}

const AT_ONCE: readonly Severity[] = ['safety', 'legal', 'media', 'regulator'];
const LONG = 120;

/** The strongest clause decides, so that a long text does not add up to what nobody said. */
function strongest(scorer: Scorer, features: Heard['features']): Float64Array {
  const top = new Float64Array(scorer.classes.length);
  for (const clause of features) {
    const chances = softmax(scorer.score(clause));
    for (let c = 0; c < top.length; c += 1) top[c] = Math.max(top[c] as number, chances[c] as number);
  }
  return top;
}

function wantsHuman(judge: Judge, { features, text }: Heard): boolean {
  const chance = strongest(judge.scorers.human, features)[0] ?? 0;
  if (shows(judge.human, 'not', text)) return false;
  if (text.length < LONG && shows(judge.human, 'wants', text))
    return chance >= (judge.fitted.humanSigned ?? 0.03);
  return chance >= (text.length < LONG ? (judge.fitted.human ?? 0.6) : 0.95);
}

export interface IntentChances {
  readonly classes: readonly string[];
  readonly chances: Float64Array;
}

/** Intents of somebody who has something to complain of. */
const AGGRIEVED = new Set(['complaint', 'damage', 'abuse', 'danger', 'human']);

export function intentChances(judge: Judge, features: Heard['features']): IntentChances {
  const { classes } = judge.scorers.intent;
  const scores = features.map((clause) => judge.scorers.intent.score(clause));
  return { classes, chances: softmax(pool(scores, classes.length)) };
}

export function aggrieved({ classes, chances }: IntentChances): number {
  return classes.reduce((sum, name, i) => (AGGRIEVED.has(name) ? sum + (chances[i] as number) : sum), 0);
}

const logit = (p: number): number => Math.log((p + 1e-6) / (1 - p + 1e-6));
/** Fitted on held-out phrases: below it, praise and questions are taken for complaints. */
const DOUBT = 0.2;

/** How surely a text complains, from both models. */
export function agreed(byCause: number, byIntent: number): number {
  return 1 / (1 + Math.exp(DOUBT - (logit(byCause) + logit(byIntent)) / 2));
}

function likeliest({ classes, chances }: IntentChances): { intent: Intent; chance: number } {
  let top = -1;
  for (let i = 0; i < chances.length; i += 1) {
    if (classes[i] !== 'human' && (top < 0 || (chances[i] as number) > (chances[top] as number))) top = i;
  }
  return { intent: classes[top] as Intent, chance: chances[top] ?? 0 };
}

export function intentOf(judge: Judge, heard: Heard, chances: IntentChances): Intent {
  if (shows(judge.severe, 'danger', heard.text)) return 'danger';
  if (wantsHuman(judge, heard)) return 'human';
  const { intent, chance } = likeliest(chances);
  if (heard.complains >= 0.5 && (intent === 'praise' || intent === 'inform' || chance < 0.2))
    return 'complaint';
  return chance < (judge.fitted.intent ?? 0.2) ? 'inform' : intent;
}

export function severityOf(judge: Judge, heard: Heard, tension: number): Severity {
  if (shows(judge.severe, 'danger', heard.text)) return 'safety';
  const { severity } = judge.scorers;
  const chances = strongest(severity, heard.features);
  const { severe = 0.5, severeSigned = 0.02 } = judge.fitted;
  let top: Severity | undefined;
  let best = 0;
  for (const label of AT_ONCE) {
    const chance = chances[severity.classes.indexOf(label)] ?? 0;
    const signed = shows(judge.severe, label, heard.text);
    const worth = signed ? chance + 1 : chance;
    if (chance >= (signed ? severeSigned : severe) && worth > best) {
      top = label;
      best = worth;
    }
  }
  if (top !== undefined) return top;
  if (heard.complains < 0.5) return 'low';
  return tension >= 0.75 ? 'high' : 'normal';
}

export function needsPerson(intent: Intent, severity: Severity): boolean {
  return intent === 'human' || intent === 'danger' || AT_ONCE.includes(severity);
}
