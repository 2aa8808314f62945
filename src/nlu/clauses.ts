/** Cuts a text into clauses, the unit in which praise and complaint are told apart. */

export interface Clause {
  readonly text: string;
  /** The mark that closed the clause: , . ! ? or nothing. */
  readonly mark: string;
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
  for (const match of text.matchAll(MARKS)) {
    if (insideNumber(text, match.index, match[0].length)) continue;
    push(clauses, text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  push(clauses, text.slice(from), '');
  return clauses;
}

function push(clauses: Clause[], text: string, marks: string): void {
  const trimmed = text.trim();
  if (trimmed === '') return;
  const mark = marks[0] ?? '';
  clauses.push({ text: trimmed, mark: PLAIN[mark] ?? mark });
}
