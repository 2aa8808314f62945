/** The recogniser behind the Understanding port: models and word lists are read once, then every reading is pure. */
import type { Slots } from '../domain/reading.ts';
import type { Reading, Understanding, Utterance } from '../ports/understanding.ts';
import type { Clause } from './clauses.ts';
import { clausesOf } from './clauses.ts';
import { featuresOf } from './features.ts';
import type { Placed } from './gist.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Finders, Mind, UnderstandingOptions } from './mind.ts';
import { readMind } from './mind.ts';
import { fold } from './normalise.ts';
import { personalIn } from './personal.ts';
import { remembered } from './remembered.ts';
import { requestsOf } from './requests.ts';
import type { Sight } from './signs.ts';
import type { ToldClause } from './slots/how.ts';
import { howOf } from './slots/how.ts';
import type { SlotContext } from './slots/index.ts';
import type { AskedClause } from './slots/remedy.ts';
import { emotionOf, tensionOf, trendOf } from './tension.ts';
import type { IntentChances } from './verdicts.ts';
import {
  aggrieved,
  agreed,
  gravityOf,
  HEATED,
  hear,
  intentChances,
  intentOf,
  needsPerson,
} from './verdicts.ts';
import type { Scores, Viewed } from './views.ts';

export { MODEL_FILE, shopModel } from './mind.ts';

const KIND_WORDS = /^good(?:-deed)?$|-good$|^thank/;

interface Sense {
  /** How surely there is something to complain of, by the cause model alone and by both models. */
  readonly byCause: number;
  readonly clauses: readonly Clause[];
  readonly viewed: Viewed;
  readonly chances: IntentChances;
  readonly complains: number;
  readonly tension: ReturnType<typeof tensionOf>;
  readonly cause: Reading['cause'];
  readonly folded: ReturnType<typeof fold>;
}

/** What is said again and again weighs no more than once in the text as a whole. */
function viewOf(mind: Mind, clauses: readonly Clause[]): Viewed {
  const said = new Set<string>();
  const placed: Placed[] = [];
  const scores = featuresOf(clauses, mind.lexicon).map((features, i): Scores => {
    const { text } = clauses[i] as Clause;
    const size = said.has(text) ? 0 : features.length;
    placed.push({ point: mind.space.place(features), size });
    said.add(text);
    return mind.panel.score(features);
  });
  return { clauses: scores, placed, whole: mind.gist.answers(placed) };
}

/** What the clauses of a folded text ask for; the text in hand has been scored already. */
function askedIn(mind: Mind, text: string, sensed: Sense): AskedClause[] {
  const inHand = text === sensed.folded.text;
  const clauses = inHand ? sensed.clauses : clausesOf(text);
  const scores = inHand
    ? sensed.viewed.clauses
    : featuresOf(clauses, mind.lexicon).map((features) => mind.panel.score(features));
  return clauses.map((clause, i) => ({ text: clause.text, scores: (scores[i] as Scores).remedy }));
}

function sense(mind: Mind, text: string): Sense {
  const folded = fold(text);
  const clauses = clausesOf(folded.text);
  const view = viewOf(mind, clauses);
  const { complains, reading } = mind.causes.read(view);
  const chances = intentChances(mind, view);
  const sure = agreed(complains, aggrieved(chances));
  const felt = clauses.map((clause, i) => ({
    text: folded.original(clause.at, clause.at + clause.text.length),
    felt: (view.clauses[i] as Scores).emotion,
  }));
  const tension = tensionOf(text, folded, mind.words, { complains: sure, clauses: felt });
  return {
    byCause: complains,
    complains: sure,
    chances,
    cause: reading,
    clauses,
    viewed: view,
    folded,
    tension,
  };
}

/** A customer's earlier lines come again with each new one: what they weighed is remembered for a while. */
const REMEMBERED = 2000;

/** "I want to complain" complains, and names no cause: below this the models of causes see none. */
const NAMED = 0.15;

/** Whether the text blames somebody for something, so that a cause is named. */
const blames = ({ cause, complains, byCause, tension }: Sense): boolean =>
  cause !== undefined && byCause >= NAMED && (complains >= 0.5 || tension.tension >= HEATED);

function praised(lexicon: Lexicon, text: string): boolean {
  return lexicon.find(text).some(({ tags }) => tags.some((tag) => KIND_WORDS.test(tag)));
}

/** What is not needed to sort a text. */
type Facts = Pick<Reading, 'slots' | 'corrects' | 'personal' | 'choice' | 'language' | 'stance'>;

const NO_FACTS: Facts = { slots: {}, corrects: [] };

/** Each clause, and how much like a deed it is. */
const toldIn = ({ clauses, viewed }: Sense): ToldClause[] =>
  clauses.map((clause, i) => ({ clause, deed: (viewed.clauses[i] as Scores).deed[0] ?? 0 }));

function factsIn(
  { reader }: Finders,
  sensed: Sense,
  sight: Sight,
  blamed: boolean,
  turns: readonly string[],
  context: SlotContext,
): Facts {
  const { folded } = sensed;
  const told = reader.slots(folded, context);
  const how = blamed ? howOf(folded, toldIn(sensed), told) : undefined;
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
  return understandingOf(readMind(options), options);
}

export function understandingOf(
  mind: Mind,
  options: Pick<UnderstandingOptions, 'timezone' | 'now'>,
): Understanding {
  const { finders } = mind;
  const now = options.now ?? (() => new Date());
  const tensionBefore = remembered((text) => sense(mind, text).tension.tension, REMEMBERED);
  return {
    understand(utterance: Utterance): Reading {
      const { text, turns = [] } = utterance;
      const sensed = sense(mind, text);
      const { complains, cause, folded, tension } = sensed;
      const heard = hear(mind, {
        text: folded.text,
        viewed: sensed.viewed,
        chances: sensed.chances,
        complains,
        tension: tension.tension,
        praises: () => praised(mind.lexicon, folded.text),
      });
      const intent = intentOf(mind, heard);
      const gravity = gravityOf(mind, heard);
      const before = turns.at(-2) ?? turns.at(-1);
      const lang = languageOf(text, utterance.lang);
      const blamed = blames(sensed);
      const at = utterance.at === undefined ? now() : new Date(utterance.at);
      const asks = (said: string): AskedClause[] => askedIn(mind, said, sensed);
      const context = { at, timezone: options.timezone, lang, asked: utterance.asked, asks };
      return {
        lang,
        intent,
        ...(blamed && cause !== undefined ? { cause } : {}),
        ...tension,
        emotion: emotionOf(tension.tension),
        trend: trendOf(before === undefined ? before : tensionBefore(before), tension.tension),
        severity: gravity.severity,
        ...(gravity.plain ? {} : { hint: true as const }),
        needsHuman: needsPerson(intent, gravity),
        ...(finders === undefined ? NO_FACTS : factsIn(finders, sensed, heard.sight, blamed, turns, context)),
      };
    },
  };
}
