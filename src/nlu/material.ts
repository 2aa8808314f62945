/** What the models learn from, as labelled rows. */
import { join } from 'node:path';
import { WANTED_REMEDIES } from '../domain/reading.ts';
import type { Labelled } from './examples.ts';
import { CAUSE_CLASSES, rightOf } from './examples.ts';
import { readGroups } from './foreignGroups.ts';
import type { Phrase, PhraseKind } from './phrases.ts';
import { readPhrases } from './phrases.ts';
import { readCorrections, readShopPhrases } from './shop.ts';
import { readMarked } from './tagger/spanPhrases.ts';

export interface Material {
  readonly cause: readonly Phrase[];
  readonly intent: readonly Phrase[];
  readonly severity: readonly Phrase[];
  readonly plain: readonly Phrase[];
  readonly emotion: readonly Phrase[];
  readonly remedy: readonly Phrase[];
  /** Whole complaints, as marked for `how`; their causes were not noted. */
  readonly reports: readonly Phrase[];
  /** Foreign sentences of which only the cause group is known. */
  readonly groups: readonly Phrase[];
}

/** Intents that say nothing of a cause. */
const CAUSELESS = new Set([
  'complaint',
  'praise',
  'question',
  'status',
  'cancel',
  'human',
  'go-on',
  'yes',
  'no',
  'unsure',
  'language',
  'delete-data',
  'greeting',
  'thanks',
  'inform',
]);

const own = (phrases: readonly Phrase[]): Phrase[] => phrases.map((phrase) => ({ ...phrase, own: true }));

/** What there is to learn from: locales/, the group rows of `extra`, a shop's own phrases and corrections. */
export function readMaterial(localesDir: string, extra?: string, shopDir?: string): Material {
  const of = (kind: PhraseKind): Phrase[] => [
    ...readPhrases(localesDir, kind),
    ...(shopDir === undefined ? [] : own(readShopPhrases(shopDir, kind))),
  ];
  const corrected = shopDir === undefined ? [] : readCorrections(join(shopDir, 'corrections.jsonl')).phrases;
  return {
    cause: [...of('cause'), ...own(corrected)],
    intent: of('intent'),
    severity: of('severity'),
    plain: of('plain'),
    emotion: of('emotion'),
    remedy: of('remedy'),
    reports: readMarked(localesDir, 'how').map(({ text, lang }) => ({ text, label: 'complaint', lang })),
    groups: extra === undefined ? [] : readGroups(extra),
  };
}

/** Few beside the phrases, and the only English that nobody wrote for us: each counts for several. */
const FOREIGN = 3;

const label = (phrase: Phrase, classes: readonly string[], weight = 1): Labelled => ({
  text: phrase.text,
  right: rightOf(phrase.label, classes),
  weight,
  english: phrase.lang === 'en',
  own: phrase.own,
});

/** Who writes to a complaint desk mostly complains: a complaint taken for praise is dearer than the reverse. */
const BLAMELESS = 0.5;
const LONGEST_WISH = { zh: 12, en: 36 };

/** "I'd like my money back": a wish so short that it tells no cause. */
export function bareWishes(material: Material): Phrase[] {
  return material.remedy.filter(
    ({ text, lang, label: remedy }) =>
      remedy !== 'none' && text.length <= (lang === 'en' ? LONGEST_WISH.en : LONGEST_WISH.zh),
  );
}

/** Reports are few beside the phrases, and the only ones that blame without a cross word. */
const REPORTED = 2;
const ANY_CAUSE = CAUSE_CLASSES.map((_, i) => i);

export function causeRows(material: Material): Labelled[] {
  return [
    ...material.cause.map((phrase) => label(phrase, CAUSE_CLASSES)),
    ...material.groups.map((phrase) => label(phrase, CAUSE_CLASSES, FOREIGN)),
    ...material.reports.map((phrase) => ({ ...label(phrase, [], REPORTED), right: ANY_CAUSE })),
    ...material.intent
      .filter((p) => CAUSELESS.has(p.label))
      .map((phrase) => label({ ...phrase, label: '-' }, [], BLAMELESS)),
    ...[...material.plain, ...bareWishes(material)].map((phrase) =>
      label({ ...phrase, label: '-' }, [], BLAMELESS),
    ),
  ];
}

/** What a remark without blame may be: which of them, its file does not say. */
const BLAMELESS_INTENTS = new Set([
  'inform',
  'question',
  'suggestion',
  'status',
  'yes',
  'no',
  'unsure',
  'go-on',
  'thanks',
  'greeting',
]);

/** Every intent that has phrases of its own, and the complaint. */
export function intentClasses(material: Material): string[] {
  const named = material.intent.map((phrase) => phrase.label).filter((name) => name !== 'not-human');
  return [...new Set([...named.sort(), 'complaint'])];
}

/** Praise is many phrases in unusual words; what it has in common with bare reports shall not make praise of them. */
const PRAISED = 0.6;

export function intentRows(material: Material, classes: readonly string[]): Labelled[] {
  const blameless = classes.flatMap((name, i) => (BLAMELESS_INTENTS.has(name) ? [i] : []));
  return [
    ...material.intent
      .filter((p) => classes.includes(p.label))
      .map((phrase) => label(phrase, classes, phrase.label === 'praise' ? PRAISED : 1)),
    ...material.plain.map((p) =>
      p.label === 'praise' ? label(p, classes, 0.5) : { ...label(p, [], 0.5), right: blameless },
    ),
    ...material.cause.map((phrase) => label({ ...phrase, label: 'complaint' }, classes)),
    ...material.reports.map((phrase) => label(phrase, classes, REPORTED)),
  ];
}

/** A wish that is missed is dearest; what only sounds like one was written to be told apart from it. */
const WISHED = 4;
const UNWISHED = 1.5;

export function humanRows(material: Material): Labelled[] {
  const classes = ['human'];
  return [
    ...material.intent.map((phrase) => label(phrase, classes, phrase.label === 'human' ? WISHED : UNWISHED)),
    ...material.cause.map((phrase) => label(phrase, classes, 0.3)),
    ...material.severity.map((phrase) => label(phrase, [], 0.5)),
  ];
}

/** What its writer marked as harmless counts more than what stands among everyday messages. */
const MARKED = 1.5;
/** Everyday complaints are many, and some of them are graver than their file says. */
const EVERYDAY = 1.2;

export function severityRows(material: Material): Labelled[] {
  return [
    ...material.severity.map((phrase) => label(phrase, SEVERE, SEVERE.includes(phrase.label) ? 3 : MARKED)),
    ...material.cause
      .filter((p) => !p.label.endsWith('.safety'))
      .map((phrase) => label(phrase, [], EVERYDAY)),
    ...material.intent.filter((p) => p.label !== 'danger').map((phrase) => label(phrase, [], EVERYDAY)),
    ...material.plain.map((phrase) => label(phrase, [], EVERYDAY)),
  ];
}

/** Calm is "neither of them". */
export const FELT: readonly string[] = ['upset', 'angry'];
const CALM = new Set(['praise', 'thanks', 'greeting', 'question', 'inform', 'yes']);

export function emotionRows(material: Material): Labelled[] {
  return [
    ...material.emotion.map((phrase) => label(phrase, FELT)),
    ...material.intent.filter((p) => CALM.has(p.label)).map((phrase) => label(phrase, [], 0.2)),
    ...material.intent
      .filter((p) => p.label === 'abuse')
      .map((phrase) => label({ ...phrase, label: 'angry' }, FELT, 0.5)),
  ];
}

export function remedyRows(material: Material): Labelled[] {
  return [
    ...material.remedy.map((phrase) => label(phrase, WANTED_REMEDIES, 3)),
    ...material.cause.map((phrase) => label(phrase, [], 0.1)),
    ...material.intent.filter((p) => CAUSELESS.has(p.label)).map((phrase) => label(phrase, [], 0.2)),
    ...material.plain.map((phrase) => label(phrase, [], 0.2)),
  ];
}

export const SEVERE: readonly string[] = ['safety', 'legal', 'media', 'regulator'];
