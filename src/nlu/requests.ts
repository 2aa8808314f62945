/** What the customer asks of the talk itself: one of several offers, another language, only to be heard. */
import { LOCALES } from '../domain/reading.ts';
import type { Reading } from '../ports/understanding.ts';
import type { Sight } from './signs.ts';

/** At most so many offers are made at once. */
const PLACES = [1, 2, 3] as const;
/** A longer text tells of a first and a second time; it picks nothing. */
const LONGEST = 40;
const STANCES = ['venting', 'opportunist'] as const;

type Requests = Pick<Reading, 'choice' | 'language' | 'stance'>;

function choiceOf(sight: Sight): number | undefined {
  if (sight.text.length > LONGEST) return undefined;
  const places = PLACES.filter((place) => sight.shows(`requests.choice-${place}`));
  return places.length === 1 ? places[0] : undefined;
}

export function requestsOf(sight: Sight): Requests {
  const choice = choiceOf(sight);
  const language = LOCALES.find((locale) => sight.shows(`requests.language-${locale}`));
  const stance = STANCES.find((name) => sight.shows(`requests.${name}`));
  return {
    ...(choice === undefined ? {} : { choice }),
    ...(language === undefined ? {} : { language }),
    ...(stance === undefined ? {} : { stance }),
  };
}
