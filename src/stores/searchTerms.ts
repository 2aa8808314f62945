/** What a text can be found by: Chinese by characters, other languages by words. Every driver searches alike. */

/** Runs of Han, kana and hangul, or words of letters and digits. */
const PIECES =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]+)|([\p{L}\p{N}\p{M}]+)/gu;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]/u;
/** Letters and digits side by side with Chinese are pieces of their own. */
const BORDER =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇])(?=[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇])|(?<=[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇])/gu;

export interface Pieces {
  /** Runs of characters that are written without spaces. */
  readonly runs: readonly string[];
  readonly words: readonly string[];
}

/** Light on purpose: `refunds` finds `refund`, and nothing is guessed beyond that. */
const stem = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

export const piecesOf = (text: string): Pieces => {
  const runs: string[] = [];
  const words: string[] = [];
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(BORDER, ' ');
  for (const [piece] of plain.matchAll(PIECES)) {
    if (CJK.test(piece)) runs.push(piece);
    else words.push(stem(piece));
  }
  return { runs, words };
};

export const isEmpty = (pieces: Pieces): boolean => pieces.runs.length + pieces.words.length === 0;

/** Every run of the query stands somewhere in the text, and so does every word. */
export const matches = (query: Pieces, text: string): boolean => {
  const said = piecesOf(text);
  return (
    query.runs.every((run) => said.runs.some((other) => other.includes(run))) &&
    query.words.every((word) => said.words.includes(word))
  );
};
