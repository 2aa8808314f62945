/** The recogniser behind the Understanding port: models and word lists are read once, then every reading is pure. */
import type { Slots } from '../domain/reading.ts';
import type { Intent, Reading, Understanding, Utterance } from '../ports/understanding.ts';
import { readCause } from './cause.ts';
import type { Clause } from './clauses.ts';
import { clausesOf } from './clauses.ts';
import { featuresOf } from './features.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Finders, Mind, UnderstandingOptions } from './mind.ts';
import { readMind } from './mind.ts';
import { fold } from './normalise.ts';
import { personalIn } from './personal.ts';
import { remembered } from './remembered.ts';
import { requestsOf } from './requests.ts';
import type { Sight } from './signs.ts';
import { howOf } from './slots/how.ts';
import type { SlotContext } from './slots/index.ts';
import type { AskedClause } from './slots/remedy.ts';
import { emotionOf, tensionOf, trendOf } from './tension.ts';
import type { IntentChances } from './verdicts.ts';
import { aggrieved, agreed, gravityOf, hear, intentChances, intentOf, needsPerson } from './verdicts.ts';
import type { Scores } from './views.ts';

export { MODEL_FILE, shopModel } from './mind.ts';

const KIND_WORDS = /^good(?:-deed)?$|-good$|^thank/;

interface Sense {
  /** How surely there is something to complain of, by the cause model alone and by both models. */
  readonly byCause: number;
  readonly clauses: readonly Clause[];
  readonly scores: readonly Scores[];
  readonly chances: IntentChances;
  readonly complains: number;
  readonly tension: ReturnType<typeof tensionOf>;
  readonly cause: Reading['cause'];
  readonly folded: ReturnType<typeof fold>;
}

/** What is said again and again weighs no more than once in the text as a whole. */
function scoresOf(mind: Mind, clauses: readonly Clause[]): Scores[] {
  const said = new Set<string>();
  return clauses.map((clause, i) => {
    const features = featuresOf(clause, clauses[i - 1], clauses[i + 1], mind.lexicon);
    const size = said.has(clause.text) ? 0 : features.length;
    said.add(clause.text);
    return { of: mind.panel.score(features), size };
  });
}

/** What the clauses of a folded text ask for; the text in hand has been scored already. */
function askedIn(mind: Mind, text: string, sensed: Sense): AskedClause[] {
  const inHand = text === sensed.folded.text;
  const clauses = inHand ? sensed.clauses : clausesOf(text);
  const scores = inHand ? sensed.scores : scoresOf(mind, clauses);
  return clauses.map((clause, i) => ({ text: clause.text, scores: (scores[i] as Scores).of.remedy }));
}

function sense(mind: Mind, text: string): Sense {
  const folded = fold(text);
  const clauses = clausesOf(folded.text);
  const scores = scoresOf(mind, clauses);
  const { complains, reading } = readCause(scores, mind.classes.cause, mind.fitted.cause ?? 1);
  const chances = intentChances(mind, scores);
  const sure = agreed(complains, aggrieved(chances));
  const felt = clauses.map((clause, i) => ({
    text: folded.original(clause.at, clause.at + clause.text.length),
    felt: (scores[i] as Scores).of.emotion,
  }));
  const tension = tensionOf(text, folded, mind.words, { complains: sure, clauses: felt });
  return { byCause: complains, complains: sure, chances, cause: reading, clauses, scores, folded, tension };
}

/** A customer's earlier lines come again with each new one: what they weighed is remembered for a while. */
const REMEMBERED = 2000;

/** Whether the text blames somebody for something, so that a cause is named. */
function blames({ cause, complains, byCause }: Sense, intent: Intent): boolean {
  return cause !== undefined && (complains >= 0.5 || (intent === 'complaint' && byCause >= 0.4));
}

function praised(lexicon: Lexicon, text: string): boolean {
  return lexicon.find(text).some(({ tags }) => tags.some((tag) => KIND_WORDS.test(tag)));
}

/** What is not needed to sort a text. */
type Facts = Pick<Reading, 'slots' | 'corrects' | 'personal' | 'choice' | 'language' | 'stance'>;

const NO_FACTS: Facts = { slots: {}, corrects: [] };

function factsIn(
  { reader }: Finders,
  { folded, clauses, scores }: Sense,
  sight: Sight,
  blamed: boolean,
  turns: readonly string[],
  context: SlotContext,
): Facts {
  const told = reader.slots(folded, context);
  const causes = scores.map(({ of }) => of.cause);
  const how = blamed ? howOf(folded, clauses, causes, told) : undefined;
  const slots = how === undefined ? told : { ...told, how };
  const earlier = (): Slots =>
    Object.assign({}, ...turns.map((turn) => reader.slots(fold(turn), { ...context, asked: undefined })));
  const personal = personalIn(folded);
  return {
    slots,
    corrects: reader.corrections(folded, slots, earlier, context),
    ...(personal.length > 0 ? { personal } : {}),
    ...requestsOf(sight),
  };
}

export function createUnderstanding(options: UnderstandingOptions): Understanding {
  const mind = readMind(options);
  const { finders } = mind;
  const now = options.now ?? (() => new Date());
  const tensionBefore = remembered((text) => sense(mind, text).tension.tension, REMEMBERED);
  return {
    understand(utterance: Utterance): Reading {
      const { text, turns = [] } = utterance;
      const sensed = sense(mind, text);
      const { complains, cause, folded, tension, scores } = sensed;
      const praises = (): boolean => praised(mind.lexicon, folded.text);
      const heard = hear(mind, { text: folded.text, clauses: scores, complains, praises });
      const intent = intentOf(mind, heard, sensed.chances);
      const gravity = gravityOf(mind, heard, tension.tension);
      const before = turns.slice(-2).map((turn) => tensionBefore(turn));
      const lang = languageOf(text, utterance.lang);
      const blamed = blames(sensed, intent);
      const at = utterance.at === undefined ? now() : new Date(utterance.at);
      const asks = (said: string): AskedClause[] => askedIn(mind, said, sensed);
      const context = { at, timezone: options.timezone, lang, asked: utterance.asked, asks };
      return {
        lang,
        intent,
        ...(blamed && cause !== undefined ? { cause } : {}),
        ...tension,
        emotion: emotionOf(tension.tension),
        trend: trendOf(before, tension.tension),
        severity: gravity.severity,
        ...(gravity.plain ? {} : { hint: true as const }),
        needsHuman: needsPerson(intent, gravity),
        ...(finders === undefined ? NO_FACTS : factsIn(finders, sensed, heard.sight, blamed, turns, context)),
      };
    },
  };
}
