/** Cuts a text into clauses, the unit in which praise and complaint are told apart. */
import { matchesOf } from './matches.ts';

export interface Clause {
  readonly text: string;
  /** The mark that closed the clause: , . ! ? or nothing. */
  readonly mark: string;
  /** Where the clause begins in the text. */
  readonly at: number;
}

const MARKS = /[,，。.!！?？;；、:：~～…\n]+/g;
const PART_NUMBER = /^\d$/;
const PLAIN: Record<string, string> = { '，': ',', '。': '.', '！': '!', '？': '?', '；': ';', '：': ':' };

/** A dot or comma between digits is part of a number. */
function insideNumber(text: string, at: number, length: number): boolean {
  return length === 1 && PART_NUMBER.test(text[at - 1] ?? '') && PART_NUMBER.test(text[at + 1] ?? '');
}

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const match of matchesOf(text, MARKS)) {
    if (insideNumber(text, match.index, match[0].length)) continue;
    push(clauses, text.slice(from, match.index), match[0], from);
    from = match.index + match[0].length;
  }
  push(clauses, text.slice(from), '', from);
  return clauses;
}

/** Words that turn within a clause, so that praise and complaint part: "好吃但是太慢", "great but slow". */
const INNER =
  /(?<=[\u3400-\u9fff]{2})(?=(?<!不)但是?|可是|可惜|不过|只不过|然而|只可惜|就是太|就是有点|除了)|(?<=\w{2} )(?=(?:but|although|though|however|except|yet|while|whereas|despite)\b|and (?:the|our|their|its|my|we|they|it|service|staff|waiter|prices|food)\b)/g;

function push(clauses: Clause[], text: string, marks: string, from: number): void {
  const mark = marks[0] ?? '';
  const parts = text
    .split(INNER)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let at = 0;
  for (const [i, part] of parts.entries()) {
    at = text.indexOf(part, at);
    clauses.push({ text: part, mark: i < parts.length - 1 ? '' : (PLAIN[mark] ?? mark), at: from + at });
    at += part.length;
  }
}
