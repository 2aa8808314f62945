/**
 * How a clause speaks of people, whoever they are: "get the … to ring me" and 让…打给我 mean the same of a baker and of a bank manager.
 * What is said before and behind a role is learned apart from the role itself.
 */
import type { FeatureBag } from './featureBag.ts';
import { bucket, hash, join } from './hash.ts';
import type { Mention, People } from './people.ts';
import { stem } from './stem.ts';

const WORDS = /[\u3400-\u9fff]|[a-z]+(?:'[a-z]+)?|\d+/g;
/** So many characters are looked at on each side, and of them so many words. */
const AROUND = 24;
const NEAREST = 4;
/** So many words of reaching count before a role and behind it. */
const BEFORE = 6;
const BEHIND = 4;

const KINDS = { han: 50, latin: 70 };
/** Stands where a clause begins or ends. */
const EDGE = 1;

const isHan = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x3400;
const unit = (word: string): number => hash(isHan(word, 0) ? word : stem(word));
const unitsIn = (text: string): number[] => (text.match(WORDS) ?? []).map(unit);

/** Each of some words by itself, and beside its neighbour. */
function singlyAndInPairs(words: readonly number[], kind: number, into: FeatureBag): void {
  for (let i = 0; i < words.length; i += 1) {
    into.add(bucket(words[i] as number, kind));
    if (i > 0) into.add(bucket(join(words[i - 1] as number, words[i] as number), kind + 1));
  }
}

/** The nearest words, and those that touch the role. */
function neighboursOf(text: string, { at, end }: Mention, kind: number, into: FeatureBag): void {
  const before = unitsIn(text.slice(Math.max(0, at - AROUND), at)).slice(-NEAREST);
  const behind = unitsIn(text.slice(end, end + AROUND)).slice(0, NEAREST);
  singlyAndInPairs(before, kind, into);
  singlyAndInPairs(behind, kind + 2, into);
  const last = before.at(-1) ?? EDGE;
  const lastTwo = join(before.at(-2) ?? EDGE, last);
  const next = behind[0] ?? EDGE;
  into.add(bucket(last, kind + 4));
  into.add(bucket(lastTwo, kind + 5));
  into.add(bucket(next, kind + 6));
  into.add(bucket(join(next, behind[1] ?? EDGE), kind + 7));
  into.add(bucket(join(last, next), kind + 8));
  into.add(bucket(join(lastTwo, next), kind + 9));
}

/** The words of reaching, however far from the role, and which of them frame it. */
function framesOf(
  before: readonly number[],
  behind: readonly number[],
  kind: number,
  into: FeatureBag,
): void {
  singlyAndInPairs(before, kind + 10, into);
  for (const word of behind) {
    into.add(bucket(word, kind + 12));
    for (const first of before) into.add(bucket(join(first, word), kind + 13));
  }
}

const reaching = (mentions: readonly Mention[]): number[] =>
  mentions.flatMap((mention) => (mention.list === 'reach' ? [mention.hash] : []));

export function reachIn(text: string, people: People, into: FeatureBag): void {
  const mentions = people(text);
  for (const [i, mention] of mentions.entries()) {
    if (mention.list !== 'role') continue;
    const kind = isHan(text, mention.at) ? KINDS.han : KINDS.latin;
    const before = reaching(mentions.slice(Math.max(0, i - BEFORE), i));
    const behind = reaching(mentions.slice(i + 1, i + 1 + BEHIND));
    framesOf(before, behind, kind, into);
    neighboursOf(text, mention, kind, into);
  }
}
