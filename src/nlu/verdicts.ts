/** Intent and severity: the models' word and the sure signs, weighed. */
import type { Severity } from '../domain/reading.ts';
import type { Intent } from '../ports/understanding.ts';
import type { Known, Scorer } from './linear.ts';
import { pool, softmax } from './linear.ts';
import type { Signs } from './signs.ts';
import { shows, without } from './signs.ts';

export interface Judge {
  readonly scorers: Readonly<Record<'cause' | 'intent' | 'human' | 'severity', Scorer>>;
  readonly fitted: Readonly<Record<string, number>>;
  readonly human: Signs;
  readonly severe: Signs;
}

export interface Heard {
  readonly features: readonly Known[];
  readonly text: string;
  /** 0–1: how surely the text complains of anything. */
  readonly complains: number;
  /** Whether any word of praise or thanks was said. */
  readonly praises: boolean;
}

const AT_ONCE: readonly Severity[] = ['safety', 'legal', 'media', 'regulator'];
const LONG = 120;
/** From here on the model's word alone is enough to take a text for a danger. */
const DANGER = 0.45;
/** What the model must reach where a word only sounds grave ("media player"). */
const SURE = 0.9;

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
  if (shows(judge.human, 'sure', without(judge.human, 'harmless', text))) return true;
  const chance = strongest(judge.scorers.human, features)[0] ?? 0;
  if (shows(judge.human, 'not', text) || shows(judge.human, 'harmless', text)) return false;
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

/** The likeliest intent, passing over danger where nothing but a leaning speaks of it. */
function settled(judge: Judge, heard: Heard, chances: IntentChances): { intent: Intent; chance: number } {
  const first = likeliest(chances);
  if (first.intent !== 'danger') return first;
  if (literal(judge, heard) !== heard.text) return { intent: 'complaint', chance: 0 };
  if (first.chance >= DANGER) return first;
  const { severity } = judge.scorers;
  const safety = strongest(severity, heard.features)[severity.classes.indexOf('safety')] ?? 0;
  return safety >= 0.15 ? first : { intent: 'complaint', chance: first.chance };
}

/** "笑死我了", "a killer deal": an idiom is no danger, whatever the model feels. */
const literal = ({ severe }: Judge, { text }: Heard): string =>
  without(severe, 'harmless', without(severe, 'idiom', text));

const inDanger = (judge: Judge, heard: Heard): boolean =>
  shows(judge.severe, 'danger', literal(judge, heard));

export function intentOf(judge: Judge, heard: Heard, chances: IntentChances): Intent {
  if (inDanger(judge, heard)) return 'danger';
  if (wantsHuman(judge, heard)) return 'human';
  const { intent, chance } = settled(judge, heard, chances);
  if (heard.complains >= 0.5 && (intent === 'praise' || intent === 'inform' || chance < 0.2)) {
    return 'complaint';
  }
  if (intent === 'praise' && !heard.praises) return heard.complains >= 0.2 ? 'complaint' : 'inform';
  return chance < (judge.fitted.intent ?? 0.2) ? 'inform' : intent;
}

/** The gravest thing that the text speaks of: a sure sign, a sign with the model's consent, or the model where it is sure. */
function gravest(judge: Judge, heard: Heard): Severity | undefined {
  const { severity } = judge.scorers;
  const chances = strongest(severity, heard.features);
  const { severe = 0.5, severeSigned = 0.02 } = judge.fitted;
  const text = literal(judge, heard);
  const harmless =
    without(judge.severe, 'harmless', heard.text) !== heard.text || shows(judge.severe, 'not', text);
  const found = AT_ONCE.map((label) => {
    const chance = chances[severity.classes.indexOf(label)] ?? 0;
    const sure = shows(judge.severe, `sure-${label}`, text);
    const signed = sure || (!shows(judge.severe, 'not', text) && shows(judge.severe, label, text));
    const least = sure ? 0 : signed ? severeSigned : harmless ? SURE : severe;
    return { label, worth: chance >= least ? chance + Number(signed) : -1 };
  });
  const top = found.sort((a, b) => b.worth - a.worth)[0];
  return top === undefined || top.worth < 0 ? undefined : top.label;
}

export function severityOf(judge: Judge, heard: Heard, tension: number): Severity {
  if (inDanger(judge, heard)) return 'safety';
  const grave = gravest(judge, heard);
  if (grave !== undefined) return grave;
  if (heard.complains < 0.5) return 'low';
  return tension >= 0.75 ? 'high' : 'normal';
}

export function needsPerson(intent: Intent, severity: Severity): boolean {
  return intent === 'human' || intent === 'danger' || AT_ONCE.includes(severity);
}
