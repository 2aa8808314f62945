/** Intent and severity: the models' word and the sure signs, weighed. */
import type { Severity } from '../domain/reading.ts';
import type { Intent } from '../ports/understanding.ts';
import { softmax } from './linear.ts';
import type { Signs } from './signs.ts';
import { Sight } from './signs.ts';
import type { ModelName, Scores } from './views.ts';
import { bothViews, chancesOf, logistic, logit } from './views.ts';

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

/** A sign that is the whole message needs nobody's consent. */
const BARE = 8;

function wantsHuman(
  { fitted }: Judge,
  { text, clauses, sight }: Heard,
  { classes, chances }: IntentChances,
): boolean {
  const byIntent = chances[classes.indexOf('human')] ?? 0;
  const chance = ((chancesOf(clauses, 'human')[0] ?? 0) + byIntent) / 2;
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
  return { classes, chances: softmax(bothViews(clauses, 'intent', classes.length)) };
}

export function aggrieved({ classes, chances }: IntentChances): number {
  return classes.reduce((sum, name, i) => (AGGRIEVED.has(name) ? sum + (chances[i] as number) : sum), 0);
}

/** Fitted on development rows: above it praise and questions are taken for complaints, below it complaints for none. */
const DOUBT = -0.6;

/** How surely a text complains, from both models. */
export function agreed(byCause: number, byIntent: number): number {
  return logistic((logit(byCause) + logit(byIntent)) / 2 - DOUBT);
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
  const safety = chancesOf(heard.clauses, 'severity')[judge.classes.severity.indexOf('safety')] ?? 0;
  return safety >= 0.15 ? first : { intent: 'complaint', chance: first.chance };
}

/** Without a word of praise the model must be this sure of it. */
const PRAISE = 0.5;
/** Intents that a text which blames somebody does not have. */
const WITHOUT_BLAME: ReadonlySet<Intent> = new Set(['praise', 'inform', 'thanks']);

/** Below it an intent is a guess; one that undoes what was done must be surer. */
const FAINT = 0.2;
const SETTLED = 0.4;
const UNDOING: ReadonlySet<Intent> = new Set(['cancel', 'delete-data']);

export function intentOf(judge: Judge, heard: Heard, chances: IntentChances): Intent {
  if (heard.inDanger) return 'danger';
  if (wantsHuman(judge, heard, chances)) return 'human';
  const { intent, chance } = settled(judge, heard, chances);
  if (heard.complains >= 0.5 && WITHOUT_BLAME.has(intent)) return 'complaint';
  if (intent === 'praise' && chance < PRAISE && !heard.praises()) return 'inform';
  return chance < (UNDOING.has(intent) ? SETTLED : FAINT) ? 'inform' : intent;
}

/** How grave a text is, and whether it says so plainly or only seems to hint at it. */
export interface Gravity {
  readonly severity: Severity;
  readonly plain: boolean;
}

/** What a model must reach without a sign: for a hint, and for being taken at its word. */
function leastOf({ fitted }: Judge, { text, sight }: Heard, negated: boolean): [number, number] {
  if (negated || sight.shows('severity.harmless') || sight.shows('severity.idiom')) return [SURE, SURE];
  if (text.length >= LONG) return [fitted.severeLong ?? 0.5, fitted.severeLong ?? 0.5];
  return [fitted.severeHint ?? 0.15, fitted.severe ?? 0.5];
}

/** The gravest thing that the text speaks of: a sure sign, a sign with the model's consent, or the model where it is sure. */
function gravest(judge: Judge, heard: Heard): Gravity | undefined {
  const { classes, fitted } = judge;
  const { clauses, literal } = heard;
  const chances = chancesOf(clauses, 'severity');
  const negated = literal.shows('severity.not');
  const [hint, alone] = leastOf(judge, heard, negated);
  const found = AT_ONCE.map((severity) => {
    const p = chances[classes.severity.indexOf(severity)] ?? 0;
    const sure = literal.shows(`severity.sure-${severity}`);
    const signed = sure || (!negated && literal.shows(`severity.${severity}`));
    const plain = sure || p >= (signed ? (fitted.severeSigned ?? 0.02) : alone);
    return { severity, plain, worth: plain || p >= hint ? p + Number(signed && plain) : -1 };
  });
  const top = found.sort((a, b) => b.worth - a.worth)[0];
  return top === undefined || top.worth < 0 ? undefined : top;
}

export function gravityOf(judge: Judge, heard: Heard, tension: number): Gravity {
  if (heard.inDanger) return { severity: 'safety', plain: true };
  const grave = gravest(judge, heard);
  if (grave !== undefined) return grave;
  if (heard.complains < 0.5) return { severity: 'low', plain: true };
  return { severity: tension >= 0.75 ? 'high' : 'normal', plain: true };
}

export function needsPerson(intent: Intent, { severity, plain }: Gravity): boolean {
  return intent === 'human' || intent === 'danger' || (plain && AT_ONCE.includes(severity));
}
