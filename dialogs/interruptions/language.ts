/** The language of the talk: detected on the first lines, switched on request, remembered. */
import { LOCALES } from '../../src/domain/reading.ts';
import { carryOn } from '../carryOn.ts';
import { pendingFields } from '../record/pending.ts';
import type { Scene } from '../scene.ts';
import { languageCard } from '../words/languageCard.ts';
import type { Interruption } from './interruption.ts';

/** Later first lines must be long enough to tell: "ok" is said in every language. */
const FIRST_LINES = 3;
const TELLING = 8;

export const detectLanguage = ({ work, reading, text }: Scene): void => {
  if (!reading || work.conversation.localeChosen || reading.lang === work.locale) return;
  const lines = work.earlier.length;
  if (lines === 0 || (lines < FIRST_LINES && text.length >= TELLING)) work.setLocale(reading.lang, false);
};

/** By the card, by its name, or by asking in another language; else the card asks which. */
const wanted = (scene: Scene) => {
  const { answer, reading, text, work } = scene;
  if (answer?.action === 'language') return answer.locale;
  const named = LOCALES.find((locale) => text === work.word(`language.${locale}`));
  if (named) return named;
  if (reading?.intent !== 'language') return undefined;
  // A short answer to a question that only sounds like it names no language.
  if (!reading.language && pendingFields(scene).length > 0) return undefined;
  return reading.language ?? (reading.lang === work.locale ? 'ask' : reading.lang);
};

export const toLanguage: Interruption = async (scene) => {
  const { work } = scene;
  const locale = wanted(scene);
  if (!locale) return false;
  if (locale === 'ask') {
    const options = LOCALES.map((name) => ({ locale: name, title: work.word(`language.${name}`) }));
    const quickReplies = options.map(({ title }) => ({ title, value: title }));
    work.say('language.ask', { card: languageCard(work), quickReplies });
    return true;
  }
  work.setLocale(locale, true);
  work.say('language.switched');
  await carryOn(scene);
  return true;
};
