/** What the customer asks of the talk itself: one of several offers, another language, only to be heard. */
import type { Locale } from '../domain/reading.ts';
import { LOCALES } from '../domain/reading.ts';
import type { Reading } from '../ports/understanding.ts';
import type { Signs } from './signs.ts';
import { shows } from './signs.ts';

/** At most so many offers are made at once. */
const PLACES = [1, 2, 3] as const;
/** A longer text tells of a first and a second time; it picks nothing. */
const LONGEST = 40;
const STANCES = ['venting', 'opportunist'] as const;

type Requests = Pick<Reading, 'choice' | 'language' | 'stance'>;

function choiceOf(signs: Signs, text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  const places = PLACES.filter((place) => shows(signs, `choice-${place}`, text));
  return places.length === 1 ? places[0] : undefined;
}

function languageOf(signs: Signs, text: string): Locale | undefined {
  return LOCALES.find((locale) => shows(signs, `language-${locale}`, text));
}

export function requestsOf(signs: Signs, text: string): Requests {
  const choice = choiceOf(signs, text);
  const language = languageOf(signs, text);
  const stance = STANCES.find((name) => shows(signs, name, text));
  return {
    ...(choice === undefined ? {} : { choice }),
    ...(language === undefined ? {} : { language }),
    ...(stance === undefined ? {} : { stance }),
  };
}
