/** The recogniser behind the Understanding port: models and word lists are read once, then every reading is pure. */
import { join, resolve } from 'node:path';
import type { Severity, Slots } from '../domain/reading.ts';
import type { Intent, Reading, Understanding, Utterance } from '../ports/understanding.ts';
import { readCause } from './cause.ts';
import { clausesOf } from './clauses.ts';
import { featuresOf } from './features.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { readLexicon } from './lexicon.ts';
import { pool, Scorer, softmax } from './linear.ts';
import { readModel } from './modelFile.ts';
import { fold } from './normalise.ts';
import type { SlotReader } from './slots/index.ts';
import { createSlotReader } from './slots/index.ts';
import type { TensionWords } from './tension.ts';
import { emotionOf, readTensionWords, tensionOf, trendOf } from './tension.ts';

export interface UnderstandingOptions {
  readonly timezone: string;
  /** A shop's own phrases and names. */
  readonly shopDir?: string;
  readonly now?: () => Date;
}

const ROOT = resolve(import.meta.dirname, '../..');
const PERSON_AT_ONCE = new Set<Severity>(['safety', 'media', 'regulator', 'legal']);

interface Mind {
  readonly lexicon: Lexicon;
  readonly words: TensionWords;
  readonly reader: SlotReader;
  readonly scorers: Readonly<Record<'cause' | 'intent' | 'human' | 'severity', Scorer>>;
  readonly fitted: Readonly<Record<string, number>>;
}

function load(): Mind {
  const locales = join(ROOT, 'locales');
  const { models, fitted } = readModel(join(import.meta.dirname, 'model/understanding.bin'));
  const scorer = (name: string): Scorer => {
    const model = models[name];
    if (model === undefined) throw new Error(`the model file lacks "${name}": run npm run train`);
    return new Scorer(model);
  };
  const lexicon = readLexicon(locales);
  return {
    lexicon,
    reader: createSlotReader(locales, lexicon),
    words: readTensionWords(locales),
    scorers: {
      cause: scorer('cause'),
      intent: scorer('intent'),
      human: scorer('human'),
      severity: scorer('severity'),
    },
    fitted,
  };
}

interface Sense {
  readonly complains: number;
  readonly tension: ReturnType<typeof tensionOf>;
  readonly cause: Reading['cause'];
  readonly features: readonly number[][];
  readonly folded: ReturnType<typeof fold>;
}

function sense(mind: Mind, text: string): Sense {
  const folded = fold(text);
  const clauses = clausesOf(folded.text);
  const features = clauses.map((clause, i) =>
    featuresOf(clause, clauses[i - 1], clauses[i + 1], mind.lexicon),
  );
  const { cause } = mind.scorers;
  const { complains, reading } = readCause(
    features.map((f) => cause.score(f)),
    cause.classes,
    mind.fitted.cause ?? 1,
  );
  return {
    complains,
    cause: reading,
    features,
    folded,
    tension: tensionOf(text, folded.text, mind.words, complains),
  };
}

function chancesOf(scorer: Scorer, features: readonly number[][]): Float64Array {
  return softmax(
    pool(
      features.map((f) => scorer.score(f)),
      scorer.classes.length,
    ),
  );
}

function intentOf(mind: Mind, features: readonly number[][], complains: number): Intent {
  const { human, intent } = mind.scorers;
  if ((chancesOf(human, features)[0] ?? 0) >= (mind.fitted.human ?? 0.5)) return 'human';
  const chances = chancesOf(intent, features);
  let top = -1;
  for (let i = 0; i < chances.length; i += 1) {
    if (intent.classes[i] !== 'human' && (top < 0 || (chances[i] as number) > (chances[top] as number)))
      top = i;
  }
  if (top < 0 || (chances[top] as number) < 0.2) return complains > 0.5 ? 'complaint' : 'inform';
  return intent.classes[top] as Intent;
}

function severityOf(mind: Mind, features: readonly number[][], tension: number, complains: number): Severity {
  const { severity } = mind.scorers;
  const chances = chancesOf(severity, features);
  const top = chances.indexOf(Math.max(...chances));
  if ((chances[top] ?? 0) >= (mind.fitted.severe ?? 0.5)) return severity.classes[top] as Severity;
  if (complains < 0.5) return 'low';
  return tension >= 0.75 ? 'high' : 'normal';
}

export function createUnderstanding(options: UnderstandingOptions): Understanding {
  const mind = load();
  const now = options.now ?? (() => new Date());
  return {
    understand(utterance: Utterance): Reading {
      const { text, turns = [] } = utterance;
      const { complains, cause, features, folded, tension } = sense(mind, text);
      const intent = intentOf(mind, features, complains);
      const severity = severityOf(mind, features, tension.tension, complains);
      const before = turns.slice(-2).map((turn) => sense(mind, turn).tension.tension);
      const at = utterance.at === undefined ? now() : new Date(utterance.at);
      const lang = languageOf(text, utterance.lang);
      const context = { at, timezone: options.timezone, lang };
      const slots = mind.reader.slots(folded, context);
      const earlier: Slots = Object.assign(
        {},
        ...turns.map((turn) => mind.reader.slots(fold(turn), context)),
      );
      return {
        lang,
        intent,
        ...(cause !== undefined && complains >= 0.5 ? { cause } : {}),
        ...tension,
        emotion: emotionOf(tension.tension),
        trend: trendOf(before, tension.tension),
        slots,
        corrects: mind.reader.corrections(folded, slots, earlier, context),
        severity,
        needsHuman: intent === 'human' || intent === 'danger' || PERSON_AT_ONCE.has(severity),
      };
    },
  };
}
