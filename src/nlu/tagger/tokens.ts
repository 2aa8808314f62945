/** Cuts a folded text into what gets a tag each: a Han character, a Latin word, a number, a mark. */

export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /[\u3400-\u9fff]|[a-z]+(?:['’][a-z]+)*|\d+(?:[.,:]\d+)*|[^\s]/gu;

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}
