/** Intent and severity: the models' word and the sure signs, weighed. */
import type { Severity } from '../domain/reading.ts';
import type { Intent } from '../ports/understanding.ts';
import { pool, softmax } from './linear.ts';
import type { Signs } from './signs.ts';
import { Sight } from './signs.ts';

export const MODELS = ['cause', 'intent', 'human', 'severity', 'emotion', 'remedy'] as const;
export type ModelName = (typeof MODELS)[number];
/** What the models say of one clause. */
export type Scores = Readonly<Record<ModelName, Float64Array>>;

export interface Judge {
  readonly classes: Readonly<Record<ModelName, readonly string[]>>;
  readonly fitted: Readonly<Record<string, number>>;
  readonly signs: Signs;
}

/** What a text says, before it is judged. */
export interface Said {
  readonly text: string;
  readonly clauses: readonly Scores[];
  /** 0–1: how surely the text complains of anything. */
  readonly complains: number;
  /** Whether any word of praise or thanks was said. */
  readonly praises: () => boolean;
}

export interface Heard extends Said {
  readonly sight: Sight;
  /** "笑死我了", "a killer deal": without what only sounds grave; an idiom is no danger, whatever the model feels. */
  readonly literal: Sight;
  readonly inDanger: boolean;
}

export function hear(judge: Judge, said: Said): Heard {
  const sight = new Sight(judge.signs, said.text);
  const literal = sight.without('severity.idiom').without('severity.harmless');
  return { ...said, sight, literal, inDanger: literal.shows('severity.danger') };
}

const AT_ONCE: readonly Severity[] = ['safety', 'legal', 'media', 'regulator'];
const LONG = 120;
/** From here on the model's word alone is enough to take a text for a danger. */
const DANGER = 0.45;
/** What a model must reach where a word only sounds grave ("media player") or like a call for a person ("人工草坪"). */
const SURE = 0.95;

/** The strongest clause decides, so that a long text does not add up to what nobody said. */
function strongest(clauses: readonly Scores[], model: ModelName): Float64Array {
  const all = clauses.map((clause) => softmax(clause[model]));
  const top = new Float64Array(all[0]?.length ?? 0);
  for (const chances of all) {
    for (let c = 0; c < top.length; c += 1) top[c] = Math.max(top[c] as number, chances[c] as number);
  }
  return top;
}

/** A sign that is the whole message needs nobody's consent. */
const BARE = 8;

function wantsHuman(
  { fitted }: Judge,
  { text, clauses, sight }: Heard,
  { classes, chances }: IntentChances,
): boolean {
  const byIntent = chances[classes.indexOf('human')] ?? 0;
  const chance = ((strongest(clauses, 'human')[0] ?? 0) + byIntent) / 2;
  if (sight.without('human.harmless').shows('human.sure'))
    return text.length <= BARE || chance >= (fitted.humanSure ?? 0);
  if (sight.shows('human.not')) return false;
  if (sight.shows('human.harmless')) return chance >= SURE;
  const long = text.length >= LONG;
  if (!long && sight.shows('human.wants')) return chance >= (fitted.humanSigned ?? 0.1);
  return chance >= ((long ? fitted.humanLong : fitted.human) ?? 0.5);
}

export interface IntentChances {
  readonly classes: readonly string[];
  readonly chances: Float64Array;
}

/** Intents of somebody who has something to complain of. */
const AGGRIEVED = new Set(['complaint', 'damage', 'abuse', 'danger', 'human']);

export function intentChances(judge: Judge, clauses: readonly Scores[]): IntentChances {
  const classes = judge.classes.intent;
  const scores = clauses.map((clause) => clause.intent);
  return { classes, chances: softmax(pool(scores, classes.length)) };
}

export function aggrieved({ classes, chances }: IntentChances): number {
  return classes.reduce((sum, name, i) => (AGGRIEVED.has(name) ? sum + (chances[i] as number) : sum), 0);
}

const logit = (p: number): number => Math.log((p + 1e-6) / (1 - p + 1e-6));
/** Fitted on held-out phrases: below it, praise and questions are taken for complaints. */
const DOUBT = -0.3;

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
  if (heard.literal !== heard.sight) return { intent: 'complaint', chance: 0 };
  if (first.chance >= DANGER) return first;
  const safety = strongest(heard.clauses, 'severity')[judge.classes.severity.indexOf('safety')] ?? 0;
  return safety >= 0.15 ? first : { intent: 'complaint', chance: first.chance };
}

/** Without a word of praise the model must be this sure of it. */
const PRAISE = 0.8;
/** Intents that a text which blames somebody does not have. */
const WITHOUT_BLAME: ReadonlySet<Intent> = new Set(['praise', 'inform', 'thanks']);

export function intentOf(judge: Judge, heard: Heard, chances: IntentChances): Intent {
  if (heard.inDanger) return 'danger';
  if (wantsHuman(judge, heard, chances)) return 'human';
  const { intent, chance } = settled(judge, heard, chances);
  if (heard.complains >= 0.5 && WITHOUT_BLAME.has(intent)) return 'complaint';
  if (intent === 'praise' && chance < PRAISE && !heard.praises()) return 'inform';
  return chance < (judge.fitted.intent ?? 0.2) ? 'inform' : intent;
}

/** The gravest thing that the text speaks of: a sure sign, a sign with the model's consent, or the model where it is sure. */
function gravest({ classes, fitted }: Judge, { text, clauses, sight, literal }: Heard): Severity | undefined {
  const chances = strongest(clauses, 'severity');
  const negated = literal.shows('severity.not');
  const unsigned = (text.length < LONG ? fitted.severe : fitted.severeLong) ?? 0.5;
  const alone =
    negated || sight.shows('severity.harmless') || sight.shows('severity.idiom') ? SURE : unsigned;
  const found = AT_ONCE.map((label) => {
    const chance = chances[classes.severity.indexOf(label)] ?? 0;
    const sure = literal.shows(`severity.sure-${label}`);
    const signed = sure || (!negated && literal.shows(`severity.${label}`));
    const least = sure ? 0 : signed ? (fitted.severeSigned ?? 0.02) : alone;
    return { label, worth: chance >= least ? chance + Number(signed) : -1 };
  });
  const top = found.sort((a, b) => b.worth - a.worth)[0];
  return top === undefined || top.worth < 0 ? undefined : top.label;
}

export function severityOf(judge: Judge, heard: Heard, tension: number): Severity {
  if (heard.inDanger) return 'safety';
  const grave = gravest(judge, heard);
  if (grave !== undefined) return grave;
  if (heard.complains < 0.5) return 'low';
  return tension >= 0.75 ? 'high' : 'normal';
}

export function needsPerson(intent: Intent, severity: Severity): boolean {
  return intent === 'human' || intent === 'danger' || AT_ONCE.includes(severity);
}
