/** Where it was: a shop, a counter, a room, a town. */
import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf, best } from './span.ts';

const LONGEST_NAME = 8;
const HAN = /[\u3400-\u9fffa-z0-9]/;

type Finder = (text: string, original: string, taken: readonly Span[]) => Span[];

interface Marks {
  readonly stops: string;
  readonly soft: string;
}

/** From a place word back to where its name begins: "在深圳北站候车厅" → 深圳北站候车厅. */
function named(words: SlotWords): Finder {
  const marks = { stops: words.pattern('placeStops').source, soft: words.pattern('placeSoft').source };
  const ends = words.pattern('placeEnds');
  const weak = words.pattern('placeWeak', '');
  return (text, _, taken) =>
    Array.from(text.matchAll(ends), (match) => {
      let from = match.index;
      while (from > 0 && match.index - from < LONGEST_NAME && opens(text, from, marks, taken)) from -= 1;
      const to = match.index + match[0].length;
      const name = text.slice(from, to);
      const own = from < match.index && !weak.test(name);
      return { from, to, text: name, worth: own ? 3 : match[0].length > 1 ? 1 : 0 };
    }).filter((span) => span.worth > 0);
}

/** A word such as 和 ends a name, unless the name would begin with it: "你们和平路店". */
function opens(text: string, from: number, { stops, soft }: Marks, taken: readonly Span[]): boolean {
  const char = text[from - 1] ?? '';
  const stop = stops.includes(char) && !(soft.includes(char) && stops.includes(text[from - 2] ?? '，'));
  return HAN.test(char) && !stop && !taken.some((span) => from > span.from && from <= span.to);
}

function chinese(words: SlotWords): Finder {
  const numbered = words.pattern('placeNumbers');
  const family = words.pattern('placeFamily');
  const cities = words.pattern('cities');
  const byEnd = named(words);
  return (text, original, taken) => [
    ...allOf(text, numbered, 3.05),
    ...byEnd(text, original, taken),
    ...allOf(text, family, 3),
    ...allOf(text, cities, 1.2),
  ];
}

const CAPITAL = "(?:[A-Z][\\w'&-]*)";
const NOT_PLACES =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|I|English|Chinese)\b/;

function english(words: SlotWords): Finder {
  const nouns = words.pattern('placeNouns').source;
  const name = `${CAPITAL}(?: ${CAPITAL}){0,2}`;
  const road = '(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Way)';
  const street = new RegExp(`(?:[a-z']+ )?(?:on|in) ${CAPITAL} ${road}`, 'g');
  const shop = new RegExp(`(?:[Tt]he|[Yy]our|[Oo]ur) (?<place>${name} (?:${nouns}))\\b`, 'dg');
  const lettered = /\b(?:Block|Room|Gate|Terminal|Platform|Ward|Bay|Table) [A-Z\d]+\b/g;
  const aisle = /\baisle (?:\d+|[a-z]+)\b/gi;
  const at = '\\b(?:at|in|from|by|near|outside|inside) (?:the |your )?';
  const proper = new RegExp(`${at}(?<place>${name}(?: (?:${nouns}))?)(?![\\w'])`, 'dg');
  const common = new RegExp(
    `\\b(?:at|in|by|near|outside|inside) (?:the|your) (?<place>(?:[a-z]+ ){0,2}(?:${nouns}))\\b`,
    'dg',
  );
  return (_, original) =>
    [
      ...allOf(original, shop, 4, 'place'),
      ...allOf(original, street, 5),
      ...allOf(original, lettered, 4),
      ...allOf(original, aisle, 3),
      ...allOf(original, proper, 3, 'place'),
      ...allOf(original, common, 2, 'place'),
    ].filter((span) => !NOT_PLACES.test(span.text));
}

/** Places that touch are one place: "徐汇店" + "二楼". */
function merged(spans: readonly Span[], text: string): Span[] {
  const joined = [...spans];
  for (const a of spans) {
    for (const b of spans) {
      const touch = b.from === a.to || (b.from === a.to + 1 && text[a.to] === '的');
      if (touch && a.worth > 0.6 && b.worth > 0.6) {
        const worth = Math.max(a.worth, b.worth) + 0.1;
        joined.push({ from: a.from, to: b.to, text: text.slice(a.from, b.to), worth });
      }
    }
  }
  return joined;
}

export type WhereFinder = (text: string, original: string, taken: readonly Span[]) => Span | undefined;

/** `taken` are the stretches that other slots hold already. */
export function whereFinder(zh: SlotWords, en: SlotWords): WhereFinder {
  const finders: Finder[] = [chinese(zh), english(en)];
  return (text, original, taken) => {
    const spans = finders.flatMap((find) => find(text, original, taken));
    const free = spans.filter((span) => !taken.some((other) => span.from < other.to && other.from < span.to));
    return best(merged(free, text));
  };
}
