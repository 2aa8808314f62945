/** Folds a text for the recogniser (NFKC, simplified characters, lower case) and keeps the way back to the original. */
import { Converter, Locale } from 'opencc-js/t2cn';

export interface Folded {
  /** What the recogniser reads. */
  readonly text: string;
  /** The customer's own characters for a stretch of `text`. */
  original(from: number, to: number): string;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Every character that some entry of the dictionaries changes; a text without any of them stays as it is. */
function charactersThatChange(): Uint8Array {
  const changing = new Uint8Array(0x10000);
  const { normalizationChain = [], conversionChain } = Locale.configs.t2s;
  for (const entry of [...normalizationChain, ...conversionChain].flat().join('|').split('|')) {
    const space = entry.indexOf(' ');
    for (let i = 0; i < space; i += 1) {
      const code = entry.charCodeAt(i);
      if (code !== entry.charCodeAt(space + 1 + i)) changing[code] = 1;
    }
  }
  return changing;
}

const CHANGING = charactersThatChange();

function mayChange(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (CHANGING[text.charCodeAt(i)] === 1) return true;
  return false;
}

/** Traditional → simplified; a conversion that would move the offsets is left out. */
export function simplify(text: string): string {
  if (!mayChange(text)) return text;
  const simple = toSimplified(text);
  return simple.length === text.length ? simple : text;
}

/** True where folding changes nothing about positions, which is nearly always. */
function foldChar(char: string): string {
  return char.normalize('NFKC').toLowerCase();
}

export function fold(original: string): Folded {
  const quick = original.normalize('NFKC').toLowerCase();
  if (quick.length === original.length) {
    return { text: simplify(quick), original: (from, to) => original.slice(from, to) };
  }
  return foldSlowly(original);
}

/** Character by character, for texts with ㎏, ½ or full-width forms that change their length. */
function foldSlowly(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  let at = 0;
  for (const char of original) {
    const folded = foldChar(char);
    for (let i = 0; i < folded.length; i += 1) starts.push(at);
    text += folded;
    at += char.length;
  }
  starts.push(original.length);
  const end = (to: number): number => {
    let next = to;
    while (next < starts.length - 1 && starts[next] === starts[to - 1]) next += 1;
    return starts[next] ?? original.length;
  };
  return {
    text: simplify(text),
    original: (from, to) => original.slice(starts[from] ?? 0, end(to)),
  };
}
