/** Intent and severity: the models' word and the sure signs, weighed. */
import type { Severity } from '../domain/reading.ts';
import type { Intent } from '../ports/understanding.ts';
import type { HeardAlarms } from './alarms.ts';
import { hearAlarms } from './alarms.ts';
import type { Gist } from './gist.ts';
import { softmax } from './linear.ts';
import type { Signs } from './signs.ts';
import { Sight } from './signs.ts';
import type { Viewed } from './views.ts';
import { logistic, logit } from './views.ts';

export interface Judge {
  readonly gist: Gist;
  readonly fitted: Readonly<Record<string, number>>;
  readonly signs: Signs;
}

/** What a text says, before it is judged. */
export interface Said {
  readonly text: string;
  readonly viewed: Viewed;
  readonly chances: IntentChances;
  /** 0–1: how surely the text complains of anything. */
  readonly complains: number;
  /** 0–1. */
  readonly tension: number;
  /** Whether any word of praise or thanks was said. */
  readonly praises: () => boolean;
}

export interface Heard extends Said {
  readonly sight: Sight;
  /** "笑死我了", "a killer deal": without what only sounds grave; an idiom is no danger, whatever the model feels. */
  readonly literal: Sight;
  readonly inDanger: boolean;
  readonly alarms: HeardAlarms;
}

export function hear(judge: Judge, said: Said): Heard {
  const sight = new Sight(judge.signs, said.text);
  const literal = sight.without('severity.idiom').without('severity.harmless');
  return {
    ...said,
    sight,
    literal,
    inDanger: literal.shows('severity.danger'),
    alarms: hearAlarms(judge.gist, said.viewed, said.chances.chances),
  };
}

const AT_ONCE: readonly Severity[] = ['safety', 'legal', 'media', 'regulator'];
const LONG = 120;
/** From here on the gist's word alone is enough to take a text for a danger. */
const DANGER = 0.85;
/** What the gist must reach where an earlier call is told of, and where a word only sounds grave ("media player"). */
const TOLD = 0.9;
const SOUNDS = 0.93;

/** The more clauses a text has, the likelier one of them only sounds like a wish: its odds count by the square root of their number. */
const wishAmong = (wish: number, clauses: number): number =>
  logistic(logit(wish) - Math.log(clauses || 1) / 2);

/** A bare command needs nobody's consent; what tells of an earlier call must be very sure, as a whole. */
function wantsHuman({ fitted }: Judge, { sight, alarms, viewed }: Heard): boolean {
  if (sight.shows('human.bare')) return true;
  if (sight.shows('human.told')) return alarms.byWhole.wish >= TOLD;
  return wishAmong(alarms.byAny.wish, viewed.placed.length) >= (fitted.human ?? 0.5);
}

export interface IntentChances {
  readonly classes: readonly string[];
  readonly chances: readonly number[];
}

/** Intents of somebody who has something to complain of. */
const AGGRIEVED = new Set(['complaint', 'damage', 'abuse', 'danger', 'human']);

export function intentChances(judge: Judge, viewed: Viewed): IntentChances {
  return { classes: judge.gist.classes.intent, chances: softmax(viewed.whole.intent) };
}

export function aggrieved({ classes, chances }: IntentChances): number {
  return classes.reduce((sum, name, i) => (AGGRIEVED.has(name) ? sum + (chances[i] as number) : sum), 0);
}

/** Fitted on development rows: above it praise and questions are taken for complaints, below it complaints for none. */
const DOUBT = -1;

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

/** The likeliest intent; what only sounds like danger, or hardly does, is a complaint. */
function settled(heard: Heard): { intent: Intent; chance: number } {
  const first = likeliest(heard.chances);
  if (first.intent !== 'danger') return first;
  return first.chance < DANGER || heard.literal !== heard.sight
    ? { intent: 'complaint', chance: first.chance }
    : first;
}

/** Without a word of praise the model must be this sure of it: a complaint that is thanked for is dearer than praise that is not. */
const PRAISE = 0.5;
/** Intents of nobody who blames somebody. */
const WITHOUT_BLAME: ReadonlySet<Intent> = new Set(['praise', 'inform', 'thanks']);

/** Who is this tense blames somebody, whatever the models make of the words. */
export const HEATED = 0.5;

/** Below it an intent is a guess; one that undoes what was done must be surer. */
const FAINT = 0.2;
const SETTLED = 0.4;
const UNDOING: ReadonlySet<Intent> = new Set(['cancel', 'delete-data']);

export function intentOf(judge: Judge, heard: Heard): Intent {
  if (heard.inDanger) return 'danger';
  if (wantsHuman(judge, heard)) return 'human';
  const { intent, chance } = settled(heard);
  const blames = heard.complains >= 0.5 || heard.tension >= HEATED;
  if (blames && WITHOUT_BLAME.has(intent)) return 'complaint';
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
  if (negated || sight.shows('severity.harmless') || sight.shows('severity.idiom')) return [SOUNDS, SOUNDS];
  const alone = fitted.severe ?? 0.5;
  return text.length >= LONG ? [fitted.severeLong ?? 0.3, alone] : [fitted.severeHint ?? 0.15, alone];
}

/** The gravest thing that the text speaks of: a sure sign, a sign with the model's consent, or the model where it is sure. */
function gravest(judge: Judge, heard: Heard): Gravity | undefined {
  const { gist, fitted } = judge;
  const classes = gist.classes.severity;
  const { literal, alarms } = heard;
  const negated = literal.shows('severity.not');
  const [hint, alone] = leastOf(judge, heard, negated);
  const found = AT_ONCE.map((severity) => {
    const p = alarms.byAny.severity[classes.indexOf(severity)] ?? 0;
    const sure = literal.shows(`severity.sure-${severity}`);
    const signed = sure || (!negated && literal.shows(`severity.${severity}`));
    const plain = sure || p >= (signed ? (fitted.severeSigned ?? 0.05) : alone);
    return { severity, plain, worth: plain || p >= hint ? p + Number(signed && plain) : -1 };
  });
  const top = found.sort((a, b) => b.worth - a.worth)[0];
  return top === undefined || top.worth < 0 ? undefined : top;
}

export function gravityOf(judge: Judge, heard: Heard): Gravity {
  if (heard.inDanger) return { severity: 'safety', plain: true };
  const grave = gravest(judge, heard);
  if (grave !== undefined) return grave;
  if (heard.complains < 0.5 && heard.tension < HEATED) return { severity: 'low', plain: true };
  return { severity: heard.tension >= 0.75 ? 'high' : 'normal', plain: true };
}

export function needsPerson(intent: Intent, { severity, plain }: Gravity): boolean {
  return intent === 'human' || intent === 'danger' || (plain && AT_ONCE.includes(severity));
}
