/** Where it was: a shop, a counter, a room, a town. */

import type { SlotWords } from './slotWords.ts';
import type { Span } from './span.ts';
import { allOf, best } from './span.ts';

const LONGEST_NAME = 8;
const HAN = /[\u3400-\u9fffa-z0-9]/;

/** From a place word back to where its name begins: "在深圳北站候车厅" → 深圳北站候车厅. */
function named(text: string, words: SlotWords, taken: readonly Span[]): Span[] {
  const stops = words.pattern('placeStops').source;
  const ends = new RegExp(`(?:${words.pattern('placeEnds').source})`, 'g');
  const weak = words.pattern('placeWeak', '');
  const soft = words.pattern('placeSoft').source;
  const spans: Span[] = [];
  for (const match of text.matchAll(ends)) {
    let from = match.index;
    while (from > 0 && match.index - from < LONGEST_NAME && opens(text, from, { stops, soft }, taken))
      from -= 1;
    const to = match.index + match[0].length;
    const name = text.slice(from, to);
    const own = from < match.index && !weak.test(name);
    const worth = own ? 3 : match[0].length > 1 ? 1 : 0;
    if (worth > 0) spans.push({ from, to, text: name, worth });
  }
  return spans;
}

/** A word such as 和 ends a name, unless the name would begin with it: "你们和平路店". */
function opens(
  text: string,
  from: number,
  marks: { stops: string; soft: string },
  taken: readonly Span[],
): boolean {
  const char = text[from - 1] ?? '';
  const stop =
    marks.stops.includes(char) &&
    !(marks.soft.includes(char) && marks.stops.includes(text[from - 2] ?? '，'));
  return HAN.test(char) && !stop && !taken.some((span) => from > span.from && from <= span.to);
}

const CAPITAL = "(?:[A-Z][\\w'&-]*)";

function english(original: string, words: SlotWords): Span[] {
  const nouns = words.pattern('placeNouns').source;
  const name = `${CAPITAL}(?: ${CAPITAL}){0,2}`;
  const street = new RegExp(
    `(?:[a-z']+ )?(?:on|in) ${CAPITAL} (?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Way)`,
    'g',
  );
  return [
    ...allOf(
      original,
      new RegExp(`(?:[Tt]he|[Yy]our|[Oo]ur) (?<place>${name} (?:${nouns}))\\b`, 'dg'),
      4,
      'place',
    ),
    ...allOf(original, street, 5),
    ...allOf(original, /\b(?:Block|Room|Gate|Terminal|Platform|Ward|Bay|Table) [A-Z\d]+\b/g, 4),
    ...allOf(original, /\baisle (?:\d+|[a-z]+)\b/gi, 3),
    ...allOf(
      original,
      new RegExp(
        `\\b(?:at|in|from|by|near|outside|inside) (?:the |your )?(?<place>${name}(?: (?:${nouns}))?)(?![\\w'])`,
        'dg',
      ),
      3,
      'place',
    ),
    ...allOf(
      original,
      new RegExp(
        `\\b(?:at|in|by|near|outside|inside) (?:the|your) (?<place>(?:[a-z]+ ){0,2}(?:${nouns}))\\b`,
        'dg',
      ),
      2,
      'place',
    ),
  ].filter((span) => !NOT_PLACES.test(span.text));
}

const NOT_PLACES =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|I|English|Chinese)\b/;

/** `taken` are the stretches that other slots hold already. */
export function whereOf(
  text: string,
  original: string,
  zh: SlotWords,
  en: SlotWords,
  taken: readonly Span[],
): Span | undefined {
  const spans = [
    ...allOf(text, new RegExp(`(?:${zh.pattern('placeNumbers').source})`, 'g'), 3.05),
    ...named(text, zh, taken),
    ...allOf(text, new RegExp(zh.pattern('placeFamily').source, 'g'), 3),
    ...allOf(text, new RegExp(zh.pattern('cities').source, 'g'), 1.2),
    ...english(original, en),
  ];
  const free = spans.filter((span) => !taken.some((other) => span.from < other.to && other.from < span.to));
  return best(merged(free, text));
}

/** Places that touch are one place: "徐汇店" + "二楼". */
function merged(spans: readonly Span[], text: string): Span[] {
  const joined = [...spans];
  for (const a of spans) {
    for (const b of spans) {
      const touch = b.from === a.to || (b.from === a.to + 1 && text[a.to] === '的');
      if (touch && a.worth > 0.6 && b.worth > 0.6) {
        joined.push({
          from: a.from,
          to: b.to,
          text: text.slice(a.from, b.to),
          worth: Math.max(a.worth, b.worth) + 0.1,
        });
      }
    }
  }
  return joined;
}
